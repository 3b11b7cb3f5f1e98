import type { JSX } from 'preact'

/** Where this page stands: what is above it, then itself. */
export const Crumbs = ({
  steps,
  here,
}: {
  steps: { label: string; href: string }[]
  here: string
}): JSX.Element => (
  <nav class="crumbs" aria-label="Fil d’Ariane">
    <ol>
      {steps.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)
