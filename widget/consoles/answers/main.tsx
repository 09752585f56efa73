import { askInWidget } from "./ask";
import { takeKey } from "./key";

askInWidget();
takeKey();
