// /problems/<name>/: the page that a problem's `type` leads to.
import type { JSX } from 'preact'
import { type ProblemName, problems } from '../../forms/problems.ts'
import { Tag } from '../shared/status-tag.tsx'

/** What happened, in the words of forms/problems.ts, and what to do next. */
export const ProblemPage = ({ name }: { name: ProblemName }): JSX.Element => {
  const { title, help, status } = problems[name]
  return (
    <article class="card state">
      <p>
        <Tag tone={status >= 500 ? 'stop' : 'warn'} icon="alert">
          Erreur {status}
        </Tag>
      </p>
      <h1>{title}</h1>
      <h2 class="part">Ce qui s’est passé</h2>
      <p>{help}</p>
      <h2 class="part">Que faire</h2>
      <ul>
        {steps[name].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <div class="state-actions">
        <a class="btn" href="/">
          Retour à l’accueil
        </a>
      </div>
      <p class="reference">
        Nom de l’erreur : <code>{name}</code>. Si vous contactez votre Caf, donnez ce nom et la référence
        affichée avec l’erreur.
      </p>
    </article>
  )
}

const reload = 'Rechargez la page, vérifiez ce qui est affiché, puis recommencez.'
const program = 'Si vous écrivez un programme : la description de l’interface est à /api/openapi.json.'

const steps: Record<ProblemName, readonly string[]> = {
  'malformed-json': [reload, program],
  'invalid-request': [reload, program],
  'not-signed-in': [
    'Connectez-vous depuis l’accueil.',
    'Revenez à votre dossier : ce que vous aviez saisi est encore sur cet appareil.',
  ],
  forbidden: [
    'Demandez le rôle qui manque à l’administrateur de votre organisation.',
    'Ou demandez à une personne qui l’a de faire cette action.',
  ],
  'not-found': [
    'Vérifiez que vous êtes connecté avec la bonne adresse électronique.',
    'Ouvrez le dossier depuis « Mes démarches » plutôt que par une adresse recopiée.',
  ],
  'method-not-allowed': [program],
  'not-to-try': [
    'Ouvrez le questionnaire : ses contrôles disent ce qui est à corriger, et où.',
    'Corrigez, puis demandez un nouvel essai.',
  ],
  'nothing-to-publish': [
    'Relisez la version publiée : elle contient déjà ce que dit le brouillon.',
    'Changez le questionnaire, puis publiez.',
  ],
  'not-publishable': [
    'Ouvrez le questionnaire : chaque point à corriger y est montré à sa place.',
    'Corrigez ces points, puis publiez.',
    program,
  ],
  'form-closed': [
    'Ouvrez « Mes démarches » : l’état du dossier y dit ce qui compte.',
    'Contactez votre Caf sans attendre si rien n’a été transmis.',
  ],
  'response-locked': [
    'Relisez ce qui a été transmis depuis « Mes démarches ».',
    'Signalez une erreur à votre Caf.',
  ],
  'campaign-started': [
    'Pour donner plus de temps à tous, reportez l’échéance de la campagne et dites pourquoi.',
    'Pour demander autre chose, préparez une nouvelle campagne.',
  ],
  'campaign-not-open': ['Vérifiez les dates de la campagne, puis recommencez quand elle est ouverte.'],
  'extensions-forbidden': [
    'Ce qui a été transmis avant l’échéance compte.',
    'La Caf peut toujours demander une correction de ce qui a été transmis.',
  ],
  locked: [
    'Demandez à la personne qui modifie ce questionnaire de fermer son onglet, ou prenez la main.',
    'Ce que vous aviez saisi est encore dans votre onglet.',
  ],
  'form-changed': [
    'Rechargez la page : le questionnaire s’ouvre dans sa nouvelle version, avec ce qui est enregistré.',
    'Ce que vous aviez saisi est gardé sur cet appareil, et proposé à nouveau.',
  ],
  'would-lose': [
    'Reprenez l’essai sur les dossiers : il dit quelles réponses n’ont pas de place.',
    'Dites quelle question les reprend, ou acceptez de ne pas les reprendre.',
  ],
  'concurrent-change': [reload],
  'nothing-to-correct': [
    'Si rien n’a été transmis, accordez un délai au partenaire.',
    'Si le dossier est validé, retirez d’abord la validation.',
  ],
  'not-confirmed': [
    'Ouvrez le questionnaire : chaque partie dit si elle est confirmée, et qui peut le faire.',
    'Une fois toutes les parties confirmées, relisez et transmettez.',
  ],
  'organisation-exists': [
    'Vérifiez le numéro SIRET ou RNA.',
    'Si c’est bien votre structure, demandez un accès à la personne qui l’administre, ou à votre Caf.',
  ],
  'already-member': ['Changez ses rôles dans la liste des personnes.'],
  'last-administrator': [
    'Donnez d’abord le rôle d’administrateur à une autre personne.',
    'Attendez qu’elle se soit connectée une fois, puis recommencez.',
  ],
  'too-many-people': ['Retirez les accès qui ne servent plus, puis recommencez.'],
  'not-to-validate': [reload],
  'not-to-give-up': [reload],
  'too-many-dossiers': [
    'Exportez les dossiers depuis la page de la campagne : le fichier les contient tous.',
  ],
  'documents-full': [
    'Retirez un document qui ne sert plus, ou réduisez le poids de celui-ci.',
    'Un document numérisé en noir et blanc, à 150 points par pouce, pèse rarement plus d’un mégaoctet.',
  ],
  stale: [
    'Rechargez la page : elle réunit vos réponses et celles de l’autre personne, question par question.',
  ],
  'too-large': ['Raccourcissez les textes les plus longs, puis enregistrez de nouveau.'],
  'invalid-answers': [
    'Ouvrez « Relire et transmettre » : chaque réponse à corriger y est signalée, avec un lien vers sa question.',
  ],
  'document-refused': [
    'Ouvrez le fichier sur votre ordinateur pour vérifier qu’il se lit.',
    'Enregistrez-le en PDF, puis déposez-le de nouveau.',
  ],
  'document-not-received': ['Vérifiez votre connexion, puis recommencez l’envoi du document.'],
  'too-many-submissions': ['Gardez votre dernier reçu : c’est lui qui compte.', 'Contactez votre Caf.'],
  'too-many-exports': ['Attendez qu’un export soit prêt : la page de la campagne le dit.'],
  'too-many-deposits': ['Reprenez un dépôt commencé, depuis « Mes démarches ».'],
  busy: ['Laissez la page ouverte : elle réessaie seule.', 'Si elle s’arrête, réessayez dans une minute.'],
  internal: [
    'Réessayez dans quelques minutes.',
    'Si l’erreur revient près d’une échéance, prévenez votre Caf avec la référence affichée.',
  ],
}
