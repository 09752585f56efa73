import { copyButtons } from "./copy";
import { takeSecret } from "./secret";

takeSecret();
copyButtons();
