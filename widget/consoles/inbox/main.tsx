import { mount } from "../shared/mount";
import css from "./styles/inbox.css";
import { inboxParts } from "./parts";

mount("agent", css, inboxParts);
