import { accentPreview } from "./accent";
import { copyButtons } from "./copy";
import { ladderPreview } from "./ladder";
import { refreshRegions } from "./refresh";
import { ladderRehearsal } from "./rehearse";
import { takeSecret } from "./secret";
import { undoForms } from "./undo";

takeSecret();
copyButtons();
accentPreview();
ladderPreview();
ladderRehearsal();
refreshRegions();
undoForms();
