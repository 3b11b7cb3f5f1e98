// Documents in answers. An answer to a « file » question names documents that were uploaded before, by their id; it
// never holds their content. Whether a document exists, and is this response's, is for whoever stores documents.
import {
  documentTypes,
  endingsOf,
  type FileQuestion,
  MAX_BYTES,
  MAX_FILES,
  maxDocumentsOf,
  mediaTypesOf,
  NAME_CHARACTERS,
} from './document-types.ts'
import { Id } from './nouns/scalars.ts'
import { type Check, isItem, type Json, refuse, step } from './shape-walk.ts'

/** The check of an answer: a list of `{name, type, content}`, `content` being the id of a document. */
export const documentsCheck = (question: FileQuestion): Check => {
  const [most, types] = [maxDocumentsOf(question), new Set<Json>(mediaTypesOf(question))]
  const say = `« ${question.title} »`
  const members: Readonly<Record<string, Check>> = {
    name: (value, walk) =>
      isFileName(value) ? value : refuse(walk, `${say} : le nom de ce document ne convient pas.`),
    type: (value, walk) =>
      types.has(value) ? value : refuse(walk, `${say} : ce type de document n’est pas accepté ici.`),
    content: (value, walk) =>
      Id.safeParse(value).success
        ? value
        : refuse(walk, `${say} : déposez le document ; sa référence est attendue ici, pas son contenu.`),
  }
  const one: Check = (value, walk) => {
    const known = isItem(value) && Object.keys(value).every((key) => Object.hasOwn(members, key))
    if (!known)
      return refuse(walk, `${say} : un document est attendu, avec son nom, son type et sa référence.`)
    for (const [key, check] of Object.entries(members)) step(key, value[key] ?? null, check, walk)
    return value
  }
  return (value, walk) => {
    if (!Array.isArray(value)) return refuse(walk, `${say} : une liste de documents est attendue.`)
    if (value.length > most)
      return refuse(walk, `${say} : ${value.length} documents pour ${most} au plus. Retirez-en.`)
    value.forEach((document, i) => {
      step(i, document, one, walk)
    })
    const ids = value.map((document) => (isItem(document) ? document.content : undefined))
    if (new Set(ids).size < ids.length)
      return refuse(walk, `${say} : le même document est là deux fois. Retirez-en un.`)
    return value.length === 0 ? undefined : value
  }
}

/** Why a « file » question of a definition is not supported: property and sentence, none when it is. */
export const fileFaults = (json: Readonly<Record<string, Json>>): [string, string][] => {
  const { allowMultiple, maxFiles, maxSize, acceptedTypes, sourceType } = json
  const faults: [string, string][] = []
  if (json.storeDataAsText !== false)
    faults.push(['storeDataAsText', 'Un document se garde à part : « storeDataAsText » doit être false.'])
  if (allowMultiple === true && !(typeof maxFiles === 'number' && maxFiles >= 1 && maxFiles <= MAX_FILES))
    faults.push(['maxFiles', `Dites combien de documents au plus : de 1 à ${MAX_FILES}.`])
  const endings = typeof acceptedTypes === 'string' ? endingsOf(acceptedTypes) : []
  if (endings.length === 0 || !endings.every((ending) => Object.hasOwn(documentTypes, ending)))
    faults.push([
      'acceptedTypes',
      `Dites les types acceptés, parmi ${Object.keys(documentTypes).join(', ')}.`,
    ])
  if (typeof maxSize === 'number' && maxSize > MAX_BYTES)
    faults.push(['maxSize', 'Un document pèse 10 Mo au plus.'])
  if (sourceType !== undefined && sourceType !== 'file')
    faults.push(['sourceType', 'Un document se dépose depuis un fichier.'])
  for (const key of ['acceptedCategories', 'allowCameraAccess', 'showCommentArea'])
    if (json[key] !== undefined && json[key] !== false)
      faults.push([key, `« ${key} » n’est pas pris en charge pour un document.`])
  return faults
}

/** A name to show people: no path, nothing invisible. */
const isFileName = (value: Json): boolean =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= NAME_CHARACTERS &&
  !/[\p{Cc}\p{Bidi_Control}/\\]/u.test(value)
