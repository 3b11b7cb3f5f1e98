import { useContext, useEffect, useState } from 'preact/hooks'
import type { OtherForm } from '../../../../forms/editing/other-forms.ts'
import type { Content } from '../../../../forms/editing-wire.ts'
import { AskingContext } from '../../asking.ts'
import { loadOtherForms } from '../../other-forms.ts'

const NONE: readonly OtherForm[] = []

/** The published questionnaires of the Caf beside the one that is edited; none until they are read, and when they cannot be. */
export const useOtherForms = ({ info }: Content): readonly OtherForm[] => {
  const { formId } = useContext(AskingContext)
  const [all, setAll] = useState(NONE)
  useEffect(() => {
    const leaving = new AbortController()
    loadOtherForms(formId, leaving.signal).then(setAll, () => undefined)
    return () => leaving.abort()
  }, [formId])
  const own = info.kind ?? info.id
  return own === undefined ? all : all.filter(({ kind }) => kind !== own)
}
