import { mount } from "../shared/mount";

mount("agent");
