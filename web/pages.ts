// The pages of the site: where each is, what it is called, what it loads. web/build.ts writes them.

import { fillPageFiles } from './published-pages.ts'

export type Page = {
  /** The address: a folder, whose index.html the build writes. */
  readonly path: string
  readonly title: string
  /** The module that makes it live, under web/. */
  readonly entry: string
  /** Its stylesheets after shared/base.css, under web/. */
  readonly styles: readonly string[]
  /** What is said while it loads. */
  readonly loading: string
  /** Its scripts are bundled with those of the same name alone: they change no file that the other pages load. */
  readonly apart?: 'editor'
  /** Shown in a frame of the site that has no origin of its own: without the shell, and with files asked for by CORS. */
  readonly framed?: boolean
}

export const BASE_STYLE = 'shared/base.css'

export const pages: readonly Page[] = [
  {
    path: '/',
    title: 'Échéance',
    entry: 'home/home-page.tsx',
    styles: ['home/home.css'],
    loading: '',
  },
  {
    path: '/connexion/retour/',
    title: 'Connexion',
    entry: 'home/sign-in-return-page.tsx',
    styles: [],
    loading: 'Connexion en cours…',
  },
  {
    path: '/mes-demarches/',
    title: 'Mes démarches',
    entry: 'partner/my-responses-page.tsx',
    styles: ['shared/forms.css', 'partner/partner.css'],
    loading: 'Chargement de vos démarches…',
  },
  {
    path: '/mon-organisation/',
    title: 'Mon organisation',
    entry: 'partner/organisation-page.tsx',
    styles: ['shared/forms.css', 'shared/people.css', 'partner/organisation.css'],
    loading: 'Chargement de votre organisation…',
  },
  {
    path: '/calendrier/',
    title: 'Calendrier',
    entry: 'partner/calendar-page.tsx',
    styles: ['shared/calendar.css'],
    loading: 'Chargement de vos échéances…',
  },
  {
    path: '/relire/',
    title: 'Relire et transmettre',
    entry: 'fill/review-page.tsx',
    styles: ['shared/checks.css', 'fill/notice.css', 'fill/review.css'],
    loading: 'Chargement de vos réponses…',
  },
  {
    path: '/essai/',
    title: 'Essai d’un questionnaire',
    ...fillPageFiles,
    loading: 'Chargement de l’essai…',
  },
  {
    path: '/recu/',
    title: 'Reçu',
    entry: 'fill/receipt-page.tsx',
    styles: ['shared/checks.css', 'fill/receipt.css'],
    loading: 'Chargement du reçu…',
  },
  {
    path: '/suivi/',
    title: 'Suivi du dossier',
    entry: 'fill/follow-page.tsx',
    styles: ['shared/forms.css', 'shared/exchanges.css'],
    loading: 'Chargement du suivi…',
  },
  {
    path: '/caf/',
    title: 'Campagnes',
    entry: 'caf/campaigns-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css'],
    loading: 'Chargement des campagnes…',
  },
  {
    path: '/caf/questionnaires/',
    title: 'Questionnaires',
    entry: 'caf/forms-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/forms.css'],
    loading: 'Chargement des questionnaires…',
  },
  {
    path: '/caf/questionnaires/versions/',
    title: 'Versions d’un questionnaire',
    entry: 'caf/form-versions-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/forms.css'],
    loading: 'Chargement des versions…',
  },
  {
    path: '/caf/organisations/',
    title: 'Organisations',
    entry: 'caf/organisations-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/organisations.css'],
    loading: 'Chargement des organisations…',
  },
  {
    path: '/caf/organisation/',
    title: 'Organisation',
    entry: 'caf/organisation-page.tsx',
    styles: ['shared/forms.css', 'shared/people.css', 'caf/caf.css', 'caf/organisations.css'],
    loading: 'Chargement de l’organisation…',
  },
  {
    path: '/caf/importer/',
    title: 'Importer',
    entry: 'caf/import-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/organisations.css'],
    loading: 'Chargement des imports…',
  },
  {
    path: '/caf/agents/',
    title: 'Agents',
    entry: 'caf/agents-page.tsx',
    styles: ['shared/forms.css', 'shared/people.css'],
    loading: 'Chargement des agents…',
  },
  {
    path: '/caf/acces/',
    title: 'Journal des accès',
    entry: 'caf/accesses-page.tsx',
    styles: ['shared/forms.css', 'caf/accesses.css'],
    loading: 'Chargement du journal…',
  },
  {
    path: '/caf/mentions/',
    title: 'Mentions légales',
    entry: 'caf/notices-page.tsx',
    styles: ['shared/forms.css', 'caf/campaign-edit.css'],
    loading: 'Chargement des mentions…',
  },
  {
    path: '/accessibilite/',
    title: 'Accessibilité',
    entry: 'info/accessibility-live.tsx',
    styles: [],
    loading: '',
  },
  {
    path: '/donnees-personnelles/',
    title: 'Données personnelles',
    entry: 'info/personal-data-live.tsx',
    styles: [],
    loading: '',
  },
  {
    path: '/caf/calendrier/',
    title: 'Calendrier',
    entry: 'caf/calendar-page.tsx',
    styles: ['shared/calendar.css'],
    loading: 'Chargement des campagnes…',
  },
  {
    path: '/caf/campagne/',
    title: 'Campagne',
    entry: 'caf/campaign-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css'],
    loading: 'Chargement de la campagne…',
  },
  {
    path: '/caf/resultats/',
    title: 'Résultats',
    entry: 'caf/results-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/results.css'],
    loading: 'Calcul des résultats…',
  },
  {
    path: '/caf/questionnaire/passage/',
    title: 'Changer de version',
    entry: 'editor/rehearsal/rehearsal-page.tsx',
    styles: ['shared/forms.css', 'editor/rehearsal/rehearsal.css'],
    loading: 'Chargement du questionnaire…',
  },
  {
    path: '/caf/campagne/modifier/',
    title: 'Campagne à préparer',
    entry: 'caf/campaign-edit-page.tsx',
    styles: ['shared/forms.css', 'caf/caf.css', 'caf/campaign-edit.css'],
    loading: 'Chargement de la campagne…',
  },
  {
    path: '/caf/dossier/',
    title: 'Dossier',
    entry: 'caf/response-page.tsx',
    styles: ['shared/forms.css', 'shared/exchanges.css', 'shared/checks.css', 'caf/caf.css'],
    loading: 'Chargement du dossier…',
  },
  {
    path: '/caf/questionnaire/',
    title: 'Questionnaire',
    entry: 'editor/editor-page.tsx',
    styles: [
      'shared/forms.css',
      'editor/editor.css',
      'editor/visual/plan.css',
      'editor/visual/rules/rules.css',
    ],
    loading: 'Chargement du questionnaire…',
    apart: 'editor',
  },
  {
    path: '/apercu/',
    title: 'Aperçu du questionnaire',
    entry: 'fill/preview-page.tsx',
    styles: ['shared/forms.css', 'fill/notice.css', 'fill/survey.css', 'fill/fill.css', 'fill/preview.css'],
    loading: 'Chargement de l’aperçu…',
    apart: 'editor',
    framed: true,
  },
  {
    path: '/verifier/',
    title: 'Vérifier un reçu',
    entry: 'verify/verify-page.tsx',
    styles: ['verify/verify.css'],
    loading: 'Chargement de la vérification…',
  },
]
