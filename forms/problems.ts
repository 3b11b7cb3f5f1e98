// Every way a request can fail, in one table. A problem's name is also the address of the page that
// explains it (/problems/<name>/), so that `type` in a response is something a person can open.

type Entry = { readonly status: number; readonly title: string; readonly help: string }

export const problems = {
  'malformed-json': {
    status: 400,
    title: 'La demande est illisible',
    help: 'Le corps de la demande n’est pas du JSON valide. Rien n’a été enregistré. Corrigez-le et renvoyez-le.',
  },
  'invalid-request': {
    status: 400,
    title: 'La demande n’a pas la forme attendue',
    help: 'Un champ ou un en-tête manque, est de trop ou n’a pas le bon format ; la liste « errors » dit lequel. Rien n’a été enregistré.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Vous n’êtes pas connecté',
    help: 'La session manque ou a expiré. Ce que vous avez saisi est gardé sur votre appareil : reconnectez-vous pour continuer.',
  },
  forbidden: {
    status: 403,
    title: 'Vos droits ne permettent pas cette action',
    help: 'Vous voyez ce dossier, mais cette action demande un rôle que vous n’avez pas. L’administrateur de votre organisation peut vous le donner.',
  },
  'not-found': {
    status: 404,
    title: 'Cette page ou ce dossier n’existe pas',
    help: 'L’adresse est fausse, ou ce qu’elle désigne n’est pas accessible avec votre compte.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Cette adresse n’accepte pas cette action',
    help: 'L’adresse existe, mais pas avec cette méthode HTTP.',
  },
  'form-closed': {
    status: 409,
    title: 'L’échéance est passée',
    help: 'La demande a été reçue après l’échéance. Les réponses déjà transmises restent valables ; un brouillon non transmis est gardé en lecture seule. Contactez votre Caf.',
  },
  'response-locked': {
    status: 409,
    title: 'Ce dossier n’est plus modifiable',
    help: 'La Caf a validé ce dossier : il ne change plus. Contactez votre Caf si une erreur y subsiste.',
  },
  'campaign-started': {
    status: 409,
    title: 'La campagne a commencé',
    help: 'Une fois ouverte, une campagne ne change plus : seule son échéance peut être reportée. Rien n’a été modifié.',
  },
  'campaign-not-open': {
    status: 409,
    title: 'La campagne n’est pas ouverte',
    help: 'Cette action demande une campagne ouverte. Rien n’a été fait.',
  },
  'extensions-forbidden': {
    status: 409,
    title: 'Aucun délai supplémentaire n’est accordé',
    help: 'Cette campagne a été annoncée sans délai supplémentaire : son échéance ne se reporte pour personne.',
  },
  locked: {
    status: 409,
    title: 'Quelqu’un modifie ce questionnaire',
    help: 'Un questionnaire se modifie dans un seul onglet à la fois ; le champ « lock » dit lequel. Rien n’a été enregistré. Attendez une minute après sa fermeture, ou prenez la main.',
  },
  'form-changed': {
    status: 409,
    title: 'Le questionnaire a changé',
    help: 'Cette page a été ouverte avec une version précédente du questionnaire, et ces réponses ont déjà été enregistrées dans la nouvelle. Rien n’a été écrasé : ce que vous avez saisi est gardé sur votre appareil. Rechargez la page pour continuer dans la nouvelle version.',
  },
  'would-lose': {
    status: 409,
    title: 'Ce passage ferait perdre des réponses',
    help: 'Des réponses n’auraient pas de place dans la nouvelle version ; la liste « errors » dit lesquelles. Rien n’a changé. Dites quelle question ou quel choix les reprend, ou acceptez de ne pas les reprendre.',
  },
  'concurrent-change': {
    status: 409,
    title: 'Cela vient de changer',
    help: 'Une autre personne a agi ici au même instant. Rien n’a été enregistré : rechargez la page et recommencez.',
  },
  'not-confirmed': {
    status: 409,
    title: 'Des parties ne sont pas confirmées',
    help: 'Chaque partie est confirmée par une personne qui la remplit avant que le questionnaire soit transmis ; la liste « errors » dit lesquelles manquent, et qui peut le faire. Rien n’a été transmis.',
  },
  'organisation-exists': {
    status: 409,
    title: 'Cette organisation est déjà inscrite',
    help: 'Une organisation porte déjà ce numéro SIRET ou RNA. Rien n’a été créé. Demandez un accès à la personne qui l’administre, ou à la Caf.',
  },
  'already-member': {
    status: 409,
    title: 'Cette personne a déjà un accès',
    help: 'Cette adresse a déjà un accès ici. Changez plutôt ses rôles. Aucun message n’a été envoyé.',
  },
  'last-administrator': {
    status: 409,
    title: 'Il faut au moins un administrateur',
    help: 'C’est la seule personne qui administre : donnez d’abord ce rôle à quelqu’un d’autre, qui s’est déjà connecté. Rien n’a été changé.',
  },
  'too-many-people': {
    status: 409,
    title: 'Trop de personnes',
    help: 'Le nombre de personnes est limité à 100. Retirez d’abord celles qui n’ont plus besoin d’un accès.',
  },
  'not-to-give-up': {
    status: 409,
    title: 'Ce brouillon ne peut pas être supprimé',
    help: 'Seul ce qui n’a jamais été transmis, d’une campagne encore ouverte, se supprime ou se renomme. Rien n’a été changé : rechargez la page pour voir où en est le dossier.',
  },
  'nothing-to-correct': {
    status: 409,
    title: 'Il n’y a rien à corriger',
    help: 'La Caf corrige seulement ce qui a été transmis, et seulement par des réponses qui en diffèrent. Rien n’a été changé.',
  },
  'not-to-validate': {
    status: 409,
    title: 'Ce dossier ne peut pas être validé ainsi',
    help: 'Seul ce qui a été transmis se valide, et une validation se retire seulement de ce qui est validé. Rien n’a été changé.',
  },
  'too-many-dossiers': {
    status: 409,
    title: 'Trop de dossiers pour cette page',
    help: 'Les résultats se calculent sur 20 000 dossiers au plus. Au-delà, exportez les dossiers de la campagne : le fichier les contient tous.',
  },
  'nothing-to-publish': {
    status: 409,
    title: 'Il n’y a rien à publier',
    help: 'Ce questionnaire n’a pas de brouillon, ou son brouillon est identique à la dernière version publiée. Rien n’a été changé.',
  },
  'documents-full': {
    status: 409,
    title: 'Il n’y a plus de place pour ce document',
    help: 'Les documents d’un dossier pèsent 50 Mo au plus, et sont 60 au plus. Retirez-en un, ou réduisez celui-ci, par exemple en le numérisant en moins fin.',
  },
  stale: {
    status: 412,
    title: 'Quelqu’un a modifié ces réponses entre-temps',
    help: 'Votre version n’est plus la dernière. Rien n’a été écrasé : la réponse contient la version actuelle, à fusionner avec la vôtre.',
  },
  'too-large': {
    status: 413,
    title: 'L’envoi est trop volumineux',
    help: 'Une demande est limitée à 256 Ko, les réponses d’un questionnaire à 128 Ko, celles d’une partie à 60 Ko, et un questionnaire lui-même à 220 Ko. Raccourcissez les textes les plus longs.',
  },
  'invalid-answers': {
    status: 422,
    title: 'Des réponses sont à corriger',
    help: 'La liste « errors » dit quelle question est en cause et que faire. Rien n’a été transmis.',
  },
  'not-publishable': {
    status: 422,
    title: 'Ce questionnaire ne peut pas encore être publié',
    help: 'La liste « errors » dit ce qui s’y oppose, et où. Rien n’a été publié : le brouillon est gardé.',
  },
  'not-to-try': {
    status: 422,
    title: 'Ce questionnaire ne peut pas encore être essayé',
    help: 'Un essai se remplit comme le questionnaire publié ; la liste « errors » dit ce qui s’y oppose, et où. Le brouillon est gardé.',
  },
  'document-refused': {
    status: 422,
    title: 'Ce document n’est pas accepté',
    help: 'Son contenu n’est pas celui d’un PDF, d’une image ou d’un document bureautique accepté ici. Il n’a pas été gardé. Choisissez un autre fichier.',
  },
  'document-not-received': {
    status: 422,
    title: 'Ce document n’est pas arrivé en entier',
    help: 'L’envoi s’est interrompu, ou n’a pas encore eu lieu. Rien n’est perdu : recommencez l’envoi.',
  },
  'too-many-submissions': {
    status: 429,
    title: 'Trop d’envois pour ce dossier',
    help: 'Ce dossier a été transmis un nombre inhabituel de fois. Le dernier envoi compte. Contactez votre Caf pour le modifier encore.',
  },
  'too-many-exports': {
    status: 429,
    title: 'Trop d’exports en cours',
    help: 'Plusieurs exports de cette campagne sont déjà en préparation. Attendez que l’un d’eux soit prêt, puis recommencez.',
  },
  'too-many-deposits': {
    status: 429,
    title: 'Trop de dépôts commencés',
    help: 'Vous avez commencé un nombre inhabituel de dépôts dans cette campagne. Reprenez l’un d’eux, dans « Mes démarches ».',
  },
  busy: {
    status: 429,
    title: 'Le service est très sollicité',
    help: 'Rien n’a été enregistré. Réessayez dans quelques secondes : la page le fait pour vous.',
  },
  internal: {
    status: 500,
    title: 'Une erreur est survenue de notre côté',
    help: 'Elle a été consignée. Ce que vous avez saisi est gardé sur votre appareil. Réessayez dans quelques minutes.',
  },
} as const satisfies Record<string, Entry>

export type ProblemName = keyof typeof problems

/** One fault: `pointer` is an RFC 6901 JSON pointer into the request body or the answers. */
export type Fault = { pointer: string; detail: string }

/**
 * A refusal with a name from the catalogue. Thrown anywhere in forms, store or handlers; one middleware
 * turns it into RFC 9457 problem+json. `detail` is a French sentence: what happened, what to do.
 */
export class Problem extends Error {
  override readonly name: ProblemName
  readonly status: number
  readonly errors: Fault[] | undefined
  /** Extra members of the problem document, such as the current section of a 412. */
  readonly extra: Record<string, unknown> | undefined

  constructor(
    name: ProblemName,
    detail: string = problems[name].help,
    more: { errors?: Fault[]; extra?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.name = name
    this.status = problems[name].status
    this.errors = more.errors
    this.extra = more.extra
  }
}

/** Joins path parts into an RFC 6901 pointer: `pointer('a/b', 0)` is `/a~1b/0`. */
export const pointer = (...path: readonly (string | number | symbol)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Runs a check of a part of a document: the pointers of what it refuses are told from the document's root. */
export const within = <T>(prefix: string, check: () => T): T => {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error
    const errors = error.errors.map((fault) => ({ ...fault, pointer: prefix + fault.pointer }))
    throw new Problem(error.name, error.message, { errors, ...(error.extra ? { extra: error.extra } : {}) })
  }
}
