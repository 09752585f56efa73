import { accentPreview } from "./accent";
import { copyButtons } from "./copy";
import { hoursPreview } from "./hours";
import { ladderPreview } from "./ladder";
import { refreshRegions } from "./refresh";
import { ladderRehearsal } from "./rehearse";
import { takeSecret } from "./secret";
import { reviewKeys } from "./review";
import { undoForms } from "./undo";

takeSecret();
copyButtons();
accentPreview();
ladderPreview();
hoursPreview();
ladderRehearsal();
refreshRegions();
undoForms();
reviewKeys();
