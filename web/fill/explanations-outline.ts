import type { Checks } from '../../forms/checks-wire.ts'
import { JUSTIFICATIONS } from '../../forms/note-names.ts'
import type { SectionOutline } from '../shared/outline.ts'

/** The explanations as a section whose answers people may differ on. */
export const explanationsOutline = ({ rules }: Checks): SectionOutline => ({
  name: JUSTIFICATIONS,
  title: 'Explications',
  blocks: [
    {
      title: '',
      fields: rules.map(({ id, title }) => ({ ...plainField, name: id, title: `Explication : ${title}` })),
    },
  ],
})

const plainField = {
  type: 'comment',
  inputType: '',
  money: false,
  conditional: false,
  always: true,
  eachRow: false,
  required: undefined,
  choices: new Map<string, string>(),
  rows: new Map<string, string>(),
  columns: new Map<string, string>(),
  fields: [],
  expression: '',
  totalled: false,
  totalTitle: '',
}
