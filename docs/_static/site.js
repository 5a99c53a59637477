// The theme's captions and side bar lack what screen readers need (WAI-ARIA 1.2, axe).
for (const caption of document.querySelectorAll('.caption[role="heading"]')) {
  caption.setAttribute("aria-level", "2");
}
document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "nizkorcite");
