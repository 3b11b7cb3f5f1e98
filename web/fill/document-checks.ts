// What is told of a file before anything of it is sent. The server checks again, by its content.
import { endingOf, endingsOf, MAX_BYTES, maxDocumentsOf } from '../../forms/document-types.ts'
import { endingsText, sizeText } from '../shared/document-words.ts'
import { quoted } from '../shared/words.ts'
import type { Question } from './survey-parts.ts'

/** What a question takes. */
export type Limits = {
  readonly endings: readonly string[]
  readonly most: number
  readonly maxBytes: number
}

/** A question that asks for documents, as SurveyJS has it. */
export type FileQuestion = Question & Asked

type Asked = {
  readonly allowMultiple: boolean
  readonly maxFiles: number
  readonly acceptedTypes: string
  readonly maxSize: number
}

/** The limits of a question; those of the platform where it says nothing. */
export const limitsOf = (question: Asked): Limits => ({
  endings: endingsOf(question.acceptedTypes),
  most: maxDocumentsOf(question),
  maxBytes: question.maxSize > 0 ? Math.min(question.maxSize, MAX_BYTES) : MAX_BYTES,
})

/** Why a file cannot be given, and what to do; undefined when nothing is against it. */
export const refusalOf = (
  { name, size }: Pick<File, 'name' | 'size'>,
  { endings, maxBytes }: Limits,
): string | undefined => {
  if (!endings.includes(endingOf(name)))
    return `${quoted(name)} n’est pas d’un type accepté ici. Choisissez un fichier ${endingsText(endings)}.`
  if (size === 0)
    return `${quoted(name)} est vide (0 octet). Vérifiez-le sur votre appareil, puis choisissez-le de nouveau.`
  if (size > maxBytes)
    return `${quoted(name)} pèse ${sizeText(size)} : ${sizeText(maxBytes)} au plus. Réduisez-le, par exemple en le numérisant moins finement.`
  return undefined
}

/** Of several files, those that a question still has room for, and what to say of the others. */
export const roomFor = <T>(
  files: readonly T[],
  given: number,
  { most }: Limits,
): [T[], string | undefined] => {
  // A question of one document takes another in its place.
  const room = most === 1 ? 1 : most - given
  if (files.length <= room) return [[...files], undefined]
  const asked =
    most === 1 ? 'Un seul document est attendu ici' : `${most} documents au plus sont attendus ici`
  return [
    [],
    most === 1 || room === most
      ? `${asked} : vous en avez choisi ${files.length}. Rien n’a été envoyé.`
      : `${asked} : il y en a déjà ${given}, et vous en avez choisi ${files.length}. Rien n’a été envoyé.`,
  ]
}
