import { askInWidget } from "./ask";

askInWidget();
