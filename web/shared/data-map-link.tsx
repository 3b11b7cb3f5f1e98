import type { JSX } from 'preact'

/** To what must be gathered before filling a form, whose title is told to those who do not see what it stands in. */
export const DataMapLink = ({ href, of }: { readonly href: string; readonly of: string }): JSX.Element => (
  <a href={href}>
    Ce qu’il faut préparer<span class="sr-only"> : {of}</span>
  </a>
)
