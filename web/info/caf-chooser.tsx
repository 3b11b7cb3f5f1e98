import type { JSX } from 'preact'

type Props = { readonly cafs: readonly { id: string; name: string }[]; readonly cafId: string | undefined }

/** Of which Caf a page speaks, where the platform has several. */
export const CafChooser = ({ cafs, cafId }: Props): JSX.Element | null =>
  cafs.length < 2 ? null : (
    <nav aria-label="Choisir une Caf">
      <p>
        {cafId ? 'Vous lisez ce que dit : ' : 'Chaque Caf a son propre texte. Choisissez la vôtre : '}
        {cafs.map(({ id, name }, i) => (
          <span key={id}>
            {i > 0 ? ' · ' : ''}
            <a href={`?caf=${encodeURIComponent(id)}`} {...(id === cafId ? { 'aria-current': 'page' } : {})}>
              {name}
            </a>
          </span>
        ))}
      </p>
    </nav>
  )
