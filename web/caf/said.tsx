import type { Done } from './save-campaign.ts'

/** What was just done, told by the page that one arrives at: `?fait=publiee`. */
const arrived = new URLSearchParams(location.search).get('fait')

const words: Record<Exclude<Done, 'supprimee'>, string> = {
  publiee: 'La campagne est publiée.',
  brouillon: 'Le brouillon est enregistré. Rien n’est envoyé tant qu’il n’est pas publié.',
  modifiee: 'Les modifications sont enregistrées.',
  preparee:
    'Un brouillon est prêt pour l’année suivante, avec des dates à venir. Relisez-les, puis publiez-le.',
}

/** Whether one comes from a draft that was just deleted. */
export const isDeleted = arrived === 'supprimee'

/** The sentence for what was done on the page one comes from. */
export const saidOnArrival = (): string => Object.entries(words).find(([done]) => done === arrived)?.[1] ?? ''
