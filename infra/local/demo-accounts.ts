// The demo accounts (design §7): who one may be on one machine, and what each may do.

export type DemoAccount = {
  readonly sub: string
  readonly email: string
  readonly name: string
  readonly side: 'partenaire' | 'caf'
  readonly about: string
}

const account = (
  sub: string,
  side: DemoAccount['side'],
  email: string,
  name: string,
  about: string,
): DemoAccount => ({
  sub,
  side,
  email,
  name,
  about,
})

export const demoAccounts: readonly DemoAccount[] = [
  account(
    'p1',
    'partenaire',
    'partenaire@asso-belledonne.test',
    'Camille Martin',
    'Association Belledonne, tous les rôles',
  ),
  account(
    'p2',
    'partenaire',
    'saisie@asso-belledonne.test',
    'Sacha Petit',
    'Association Belledonne, saisie activité seulement',
  ),
  account(
    'p5',
    'partenaire',
    'finances@asso-belledonne.test',
    'Andrea Morel',
    'Association Belledonne, saisie financière seulement',
  ),
  account(
    'p3',
    'partenaire',
    'partenaire@centre-social-isere.test',
    'Dominique Roux',
    'Centre social du Val d’Isère, tous les rôles',
  ),
  account(
    'p4',
    'partenaire',
    'partenaire@commune-lac.test',
    'Claude Favre',
    'Commune du Lac, tous les rôles',
  ),
  account(
    'p6',
    'partenaire',
    'bonjour@nouvelle-association.test',
    'Noa Lambert',
    'aucune organisation pour le moment',
  ),
  account('c1', 'caf', 'conseiller@caf731.test', 'Alix Bernard', 'Caf de la Savoie, conseil technique'),
  account('c2', 'caf', 'campagne@caf731.test', 'Lou Girard', 'Caf de la Savoie, gestion de campagne'),
  account(
    'c3',
    'caf',
    'concepteur@caf731.test',
    'Charlie Dupont',
    'Caf de la Savoie, conception de questionnaires',
  ),
  account('c4', 'caf', 'administrateur@caf731.test', 'Morgan Blanc', 'Caf de la Savoie, administration'),
  account(
    'c5',
    'caf',
    'conseiller@caf741.test',
    'Maxime Perrin',
    'Caf de la Haute-Savoie, conseil technique',
  ),
]

/** A demo account by e-mail or by subject. */
export const findAccount = (emailOrSub: string): DemoAccount | undefined =>
  demoAccounts.find(({ email, sub }) => email === emailOrSub || sub === emailOrSub)
