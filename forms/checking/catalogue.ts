// Every check of a questionnaire, for whoever writes one: what it looks for, and whether it stands in the way of
// publishing. The sentence is told where a check has no closer one for the place.

type Entry = { readonly severity: 'error' | 'warning'; readonly says: string }
const error = (says: string): Entry => ({ severity: 'error', says })
const warning = (says: string): Entry => ({ severity: 'warning', says })

export const catalogue = {
  // What it is made of
  'too-big': error('Ce questionnaire est trop gros ou trop profond pour être contrôlé : allégez-le.'),
  malformed: error('Cette valeur n’a pas la forme attendue ici.'),
  unreadable: error('SurveyJS ne lit pas ce questionnaire : corrigez d’abord le reste.'),
  unsupported: error('Ceci n’est pas pris en charge : les réponses ne pourraient pas être contrôlées.'),
  'no-question': error('Ce questionnaire ne pose aucune question : ajoutez-en une.'),
  'empty-page': error('Cette page ne pose aucune question : ajoutez-en une ou supprimez la page.'),
  'nothing-inside': error('Il n’y a rien à remplir ici : ajoutez une colonne ou une question.'),
  'page-name': error(
    'Le nom d’une page est fait de minuscules sans accent, de chiffres et de tirets bas, et commence par une lettre.',
  ),
  'no-name': error('Cette question n’a pas de nom : ses réponses ne pourraient pas être gardées.'),
  'no-title': error('Donnez un titre à cette question : sans lui, on lirait son code.'),
  'duplicate-name': error('Un autre élément porte déjà ce nom : donnez-en un qui ne sert qu’ici.'),
  'reserved-name': error('Ce nom est réservé : donnez-en un autre.'),
  'duplicate-choice': error(
    'Cette valeur est proposée deux fois : on ne saurait pas laquelle a été choisie.',
  ),
  'no-choice': error('Cette question ne propose aucun choix : ajoutez-en.'),
  'no-image': error('Il manque ici une image : choisissez-en une.'),
  'no-choice-text': error('Cette image n’a pas de texte : qui ne la voit pas ne saurait pas quoi choisir.'),
  'bad-image': error('Cette image ne peut pas être montrée : choisissez-en une autre.'),
  // Conditions and calculations
  'no-calculation': error('Ceci ne calcule rien : dites quel calcul y faire.'),
  'expression-too-long': error('Cette formule est trop longue pour être contrôlée : découpez-la.'),
  'expression-syntax': error(
    'Cette formule ne se lit pas : vérifiez les accolades, guillemets et parenthèses.',
  ),
  'missing-reference': error('Ceci nomme une question qui n’existe pas.'),
  'condition-loop': error('Ces questions dépendent l’une de l’autre en boucle : retirez une des conditions.'),
  'regex-invalid': error('Cette expression régulière ne se lit pas.'),
  'regex-dangerous': error(
    'Cette expression régulière peut bloquer la page sur certains textes : simplifiez-la.',
  ),
  // What is around
  'no-cap': error('Cette liste n’a pas de maximum : dites combien de lignes au plus.'),
  'external-address': error('Un questionnaire ne va rien chercher à une autre adresse : retirez-la.'),
  'html-changed': error('Une partie de ce HTML serait retirée à l’affichage.'),
  // What form.json says
  info: error('Cette information du questionnaire est à corriger.'),
  'section-without-page': error('Cette partie n’a pas de page.'),
  'unknown-mark': error('Ceci nomme une question qui n’existe pas.'),
  'rule-without-question': error('Une règle de cohérence lit une question qui n’existe pas.'),
  'rule-twice': error('Deux règles de cohérence portent le même numéro.'),
  'rule-words': error('Ce que dit cette règle de cohérence est à corriger.'),
  'rule-impossible': error('Cette règle de cohérence refuse toutes les réponses.'),
  // What could be better: it never stands in the way
  'rules-left-out': warning('Ce questionnaire ne dit plus ses règles de cohérence.'),
  'rule-idle': warning('Cette règle de cohérence ne trouverait jamais rien.'),
  'section-missing': warning('Cette page n’est attribuée à aucun rôle : elle ira à la saisie d’activité.'),
  'no-hidden-title': warning(
    'Donnez un titre à cette question, même s’il ne se montre pas au-dessus d’elle : on le lit à la relecture.',
  ),
  'asked-later': warning('Cette condition lit une question qui se demande plus loin.'),
  'trapping-block': warning('Qui n’a rien à dire dans ce bloc en trouve un à remplir.'),
  'no-max-length': warning('Ce texte n’a pas de longueur maximale : dites-en une.'),
  'no-notice': warning('Rien ne dit à côté de ce texte libre ce qu’il ne faut pas y écrire.'),
  'no-bounds': warning('Ce nombre n’a pas de bornes : dites le minimum et le maximum.'),
  'no-image-text': warning('Cette image n’a pas de texte : un lecteur d’écran ne la décrit pas.'),
  'long-page': warning('Cette page est longue : découpez-la, chacune s’enregistre à part.'),
  'answers-too-big': warning('Les réponses pourraient dépasser ce qui peut être transmis (128 Ko).'),
  'long-section': warning('Les réponses à cette page pourraient dépasser ce qui s’enregistre (60 Ko).'),
  'estimated-time': warning('Le temps annoncé est loin de ce que demandent les questions.'),
  'no-other': warning(
    'Cette longue liste n’a pas de choix « autre » : qui n’y est pas ne peut pas répondre.',
  ),
  'unknown-property': warning('Cette propriété n’existe pas : elle ne fait rien.'),
  'unknown-choice': warning('Cette condition compare à une réponse qui n’est pas proposée.'),
  'never-true': warning('Cette condition n’est jamais remplie.'),
  'always-true': warning('Cette condition est toujours remplie.'),
  'compared-types': warning('Cette comparaison ne peut pas donner ce qu’on en attend.'),
  'dead-validator': warning('Ce contrôle ne peut jamais servir, ou refuse tout.'),
  'impossible-default': warning('Cette valeur de départ ne fait pas partie des réponses possibles.'),
  'impossible-count': warning('Ce minimum et ce maximum se contredisent.'),
  'invalid-value': warning('Cette propriété n’accepte pas cette valeur.'),
} as const satisfies Record<string, Entry>

export type CheckName = keyof typeof catalogue
