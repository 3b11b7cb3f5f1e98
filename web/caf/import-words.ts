import type { ImportKind } from '../../forms/imports.ts'

/** What each kind of file brings, in words. */
export const kindWords: Record<ImportKind, { readonly title: string; readonly about: string }> = {
  organisations: { title: 'Organisations', about: 'Le nom et le SIRET ou le RNA de chaque gestionnaire.' },
  projets: {
    title: 'Projets',
    about: 'Les projets de ces organisations, avec les années de leur convention.',
  },
  collectifs: {
    title: 'Collectifs notifiés',
    about: 'Le nombre notifié à chaque projet pour une année scolaire.',
  },
  contacts: {
    title: 'Contacts',
    about: 'Les personnes à inviter, avec leurs rôles. Chacune reçoit un message à la confirmation.',
  },
}
