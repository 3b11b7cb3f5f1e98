// What people call the types of questions: a name, and what each is for.

import { entryOf } from '../../../forms/editing/entries.ts'
import { textOf } from '../../../forms/editing/items.ts'
import { isObject, type JsonObject } from '../../../forms/editing/json-pointer.ts'

/** What people type to find a type, beside its name and what it is for. */
const SEARCHED: Record<string, string> = {
  page: 'partie onglet étape section',
  panel: 'section cadre rubrique',
  text: 'texte libre nom prénom adresse code postal ville',
  comment: 'commentaire texte libre paragraphe remarque description',
  number: 'chiffre quantité effectif total pourcentage âge',
  money: 'euro somme prix budget coût subvention',
  date: 'jour calendrier',
  email: 'mail e-mail courriel mél',
  tel: 'numéro portable mobile',
  siret: 'siren entreprise',
  slider: 'pourcentage échelle jauge',
  yesno: 'bouton case à cocher',
  radiogroup: 'bouton radio une seule réponse qcm',
  dropdown: 'menu sélection',
  checkbox: 'case à cocher cases plusieurs réponses qcm',
  tagbox: 'étiquettes plusieurs réponses',
  boolean: 'case à cocher oui non',
  rating: 'satisfaction étoiles avis échelle',
  ranking: 'ordre priorité trier',
  imagepicker: 'photo dessin',
  matrix: 'matrice tableau satisfaction',
  matrixdropdown: 'matrice total somme lignes colonnes budget',
  matrixdynamic: 'matrice total somme liste ajouter des lignes',
  multipletext: 'champs',
  paneldynamic: 'répéter répétition plusieurs fois ajouter',
  expression: 'total somme formule addition',
  html: 'explication consigne titre aide lien',
  file: 'pièce jointe fichier justificatif pdf',
  image: 'photo logo dessin',
}

export type TypeWords = { readonly label: string; readonly says: string }

/** By SurveyJS type. */
const types: Record<string, TypeWords> = {
  page: { label: 'Page', says: 'Une partie du questionnaire, enregistrée et remplie à part.' },
  panel: {
    label: 'Groupe',
    says: 'Réunit des questions sous un titre, avec une condition commune si besoin.',
  },
  text: { label: 'Texte court', says: 'Une ligne : un nom, une fonction, une adresse.' },
  comment: { label: 'Texte long', says: 'Plusieurs lignes : une description, un bilan.' },
  radiogroup: { label: 'Choix unique', says: 'Un seul choix, tous visibles. Jusqu’à sept environ.' },
  dropdown: { label: 'Liste déroulante', says: 'Un seul choix dans une longue liste, avec recherche.' },
  checkbox: { label: 'Choix multiples', says: 'Plusieurs choix possibles, tous visibles.' },
  tagbox: { label: 'Liste à choix multiples', says: 'Plusieurs choix dans une longue liste.' },
  boolean: { label: 'Vrai ou faux', says: 'Une affirmation à laquelle on répond par oui ou par non.' },
  rating: { label: 'Note', says: 'Une note sur une échelle, de 1 à 5 par exemple.' },
  ranking: { label: 'Classement', says: 'Des choix à mettre par ordre d’importance.' },
  imagepicker: { label: 'Choix d’images', says: 'Une image ou plusieurs à choisir, chacune avec son texte.' },
  matrix: {
    label: 'Grille de choix',
    says: 'À chaque ligne, une seule réponse parmi les mêmes : souvent, parfois, jamais.',
  },
  matrixdropdown: {
    label: 'Tableau',
    says: 'Vos lignes, vos colonnes, et des cases à remplir : nombres, montants, textes. Avec un total si besoin.',
  },
  matrixdynamic: {
    label: 'Tableau à lignes libres',
    says: 'Vos colonnes ; qui répond ajoute autant de lignes qu’il faut, jusqu’à un maximum.',
  },
  multipletext: { label: 'Plusieurs textes courts', says: 'Quelques lignes sous un même titre.' },
  paneldynamic: { label: 'Bloc répété', says: 'Les mêmes questions, autant de fois qu’il faut.' },
  expression: { label: 'Calcul', says: 'Une valeur calculée à partir d’autres réponses.' },
  html: { label: 'Texte d’information', says: 'Une explication, sans réponse.' },
  image: { label: 'Image', says: 'Une image, sans réponse.' },
  file: { label: 'Document à déposer', says: 'Un fichier joint : statuts, RIB, comptes.' },
  signaturepad: { label: 'Signature', says: 'Une signature dessinée.' },
  slider: { label: 'Curseur', says: 'Un nombre, ou deux, sur une ligne graduée.' },
}

/** Of the palette alone: the kinds of short texts and of choices. */
const kinds: Record<string, TypeWords> = {
  number: { label: 'Nombre', says: 'Un nombre entier : des enfants, des séances.' },
  money: { label: 'Montant en euros', says: 'Un montant, au centime près.' },
  date: { label: 'Date', says: 'Un jour du calendrier.' },
  email: { label: 'Adresse électronique', says: 'Un mél, vérifié.' },
  tel: { label: 'Téléphone', says: 'Un numéro, vérifié.' },
  siret: { label: 'Numéro SIRET', says: 'Les 14 chiffres, vérifiés par leur clé.' },
  yesno: { label: 'Oui ou non', says: 'La question la plus simple, souvent suivie d’une condition.' },
}

export const typeWords = (type: string): TypeWords =>
  types[type] ?? {
    label: type ? `Type « ${type} »` : 'Sans type',
    says: 'Ce type est gardé tel quel, en JSON.',
  }

/** What a kind of the palette is found by. */
export const searchedWords = (kind: string): string =>
  `${kindWords(kind).label} ${kindWords(kind).says} ${SEARCHED[kind] ?? ''}`

export const kindWords = (kind: string): TypeWords => kinds[kind] ?? typeWords(kind)

/** What a question is to people: a text for numbers is a number, a choice between yes and no is one too. */
export const kindOf = (json: JsonObject): string => {
  const { type, inputType, money } = json
  if (type === 'radiogroup' && isYesNo(json)) return 'yesno'
  if (type === 'text' && isSiret(json)) return 'siret'
  if (money === true && type === 'text') return 'money'
  if (type === 'text' && typeof inputType === 'string' && Object.hasOwn(kinds, inputType)) return inputType
  return typeof type === 'string' ? type : ''
}

const isYesNo = ({ choices }: JsonObject): boolean =>
  Array.isArray(choices) &&
  choices.map((choice) => entryOf(choice)?.text.trim().toLowerCase()).join() === 'oui,non'

const isSiret = ({ validators }: JsonObject): boolean =>
  Array.isArray(validators) &&
  validators.some((one) => isObject(one) && /\bisSiret\(/.test(textOf(one.expression)))

/** What the palette offers, in order. */
export const palette: readonly { readonly title: string; readonly kinds: readonly string[] }[] = [
  {
    title: 'Textes et nombres',
    kinds: ['text', 'comment', 'number', 'money', 'date', 'slider', 'email', 'tel', 'siret'],
  },
  {
    title: 'Choix',
    kinds: [
      'yesno',
      'radiogroup',
      'dropdown',
      'checkbox',
      'tagbox',
      'boolean',
      'rating',
      'ranking',
      'imagepicker',
    ],
  },
  {
    title: 'Tableaux et répétitions',
    kinds: ['matrixdropdown', 'matrixdynamic', 'paneldynamic', 'matrix', 'multipletext'],
  },
  { title: 'Structure et aide', kinds: ['page', 'panel', 'html', 'file', 'expression', 'image'] },
]
