// Holds every style against the oldest browsers, which package.json names under “browserslist”. One tool knows that list, the other one
// knows newer functions and selectors, and looks into @supports. What may be newer is ignored here by name: a browser that does not know it
// leaves out an ornament, and nothing that somebody needs.
const ANY = ["/^.+$/"];

export default {
  // Only WeasyPrint reads it.
  ignoreFiles: ["quiz/channels/paper/**"],
  plugins: ["stylelint-no-unsupported-browser-features", "stylelint-plugin-use-baseline"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, {
      ignorePartialSupport: true,
      // It takes no notice of @supports; the other one does.
      ignore: ["css-has", "css-lch-lab", "css-subgrid", "css-content-visibility", "css-paged-media", "css-resize", "css-scrollbar", "css-selection"],
    }],
    "plugin/use-baseline": [true, {
      available: 2022,
      ignoreAtRules: ["page"],
      ignoreSelectors: ["marker", "selection"],
      ignoreProperties: {
        // Known long before, but for a part of it that we do without, or by an older name, which stands before it.
        "/^(outline|hyphens|mask|mask-image|print-color-adjust)$/": ANY,
        "/^(accent-color|contain-intrinsic-size|content-visibility|resize|scrollbar-width|text-wrap)$/": ANY,
        "/^break-/": ["avoid"],
      },
    }],
  },
};
