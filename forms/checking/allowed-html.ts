// The HTML that a definition may hold (questions of type « html »), where it is checked and where it is shown
// (web/fill/sanitise.ts). No image, style, class or identifier: nothing is fetched, nothing dresses up as the page.

export const ALLOWED_TAGS: readonly string[] =
  `a abbr b blockquote br caption code dd div dl dt em h2 h3 h4 h5 h6 hr i kbd li mark ol p pre q s small span strong
  sub sup table tbody td tfoot th thead tr u ul`.split(/\s+/)

export const ALLOWED_ATTRIBUTES: readonly string[] =
  'colspan dir headers href lang rowspan scope start title'.split(' ')

/** Where a link may lead: a secure site, a mail, a telephone, a page of this site. */
export const ALLOWED_ADDRESS = /^(?:https:\/\/|mailto:|tel:|\/(?![/\\])|#)/i
