import { accentPreview } from "./accent";
import { copyButtons } from "./copy";
import { hoursPreview } from "./hours";
import { ladderPreview } from "./ladder";
import { refreshRegions } from "./refresh";
import { takeSecret } from "./secret";
import { undoForms } from "./undo";

takeSecret();
copyButtons();
accentPreview();
ladderPreview();
hoursPreview();
refreshRegions();
undoForms();
