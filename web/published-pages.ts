// What the pages load that a publication writes for each version of a questionnaire (prerender.tsx).

/** The fill page has one document a form version: the publication writes them, with `fillPage` of web/prerender.tsx. */
export const fillPageFiles = {
  entry: 'fill/fill-page.tsx',
  styles: [
    'shared/forms.css',
    'shared/exchanges.css',
    'fill/notice.css',
    'fill/survey.css',
    'fill/fill.css',
    'shared/checks.css',
  ],
} as const

/** What to gather before filling a form version, written by the publication too, with `dataMapPage`. */
export const dataMapPageFiles = {
  entry: 'prepare/data-map-page.tsx',
  styles: ['prepare/data-map.css'],
} as const
