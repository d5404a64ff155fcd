// A print button where there is script to print, and filters folded away on narrow pages.

export function offerPrint(scope) {
  scope.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
}

export function foldFilters(scope) {
  if (!window.matchMedia("(max-width: 40em)").matches) return;
  scope.querySelectorAll(".app-filter__fold[open]").forEach((fold) => fold.removeAttribute("open"));
}
