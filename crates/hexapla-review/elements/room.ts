// What the room does where scripts run; everything else works without.

import { copies } from "./copy";
import { drafts } from "./drafts";
import { editor } from "./editor";
import { keys } from "./keys";
import { live } from "./live";
import { names } from "./names";
import { rescue } from "./rescue";
import { together } from "./together";
import { unchecked } from "./unchecked";

/** Sends a choice as soon as it is made; the button is for those without scripts. */
function choices(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-auto]")) {
    form.classList.add("auto");
    form.addEventListener("change", () => form.requestSubmit());
  }
}

choices();
copies();
editor();
drafts();
keys();
live();
names();
rescue();
together();
unchecked();
