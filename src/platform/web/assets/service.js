// Without this script every page works; with it the NHS design system's components do a little more.
import { initAll } from "nhsuk-frontend";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
