import {
  createAll, Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, NotificationBanner,
  PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs,
} from "govuk-frontend";
import { SortableTable } from "@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs";
import { autosave } from "./autosave.mjs";
import { watchSession } from "./session.mjs";
import { foldFilters, offerPrint } from "./small.mjs";

const COMPONENTS = [
  Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput,
  Radios, ServiceNavigation, SkipLink, Tabs, SortableTable,
];

function start(scope) {
  COMPONENTS.forEach((component) => createAll(component, undefined, scope));
  autosave(scope);
  watchSession(scope);
  offerPrint(scope);
  foldFilters(scope);
}

start(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) start(event.target);
});
