import { mount } from "../shared/mount";

mount("super-user");
