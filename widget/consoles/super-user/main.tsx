import { mount } from "../shared/mount";
import css from "../shared/styles/console.css";

mount("super-user", css);
