// What items are found by in the indexes: who owns them, the shard of a campaign, of a closing, of a worker.

/** Spreads what a whole Caf or the whole platform is asked for over this many index partitions. */
const SHARDS = 10

/** Which shard a response falls in: stable, and even over many ids. */
export const shardOf = (id: string): number =>
  [...id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7) % SHARDS

export const shards: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

export const ownerKeys = {
  organisation: (id: string) => `ORGANISATION#${id}`,
  /** What a person started that belongs to no organisation yet. */
  person: (email: string) => `PERSON#${email}`,
  caf: (id: string) => `CAF#${id}`,
  /** Every Caf of the platform. */
  cafs: 'CAFS',
  /** The people of an organisation, and those of a Caf, by address. */
  members: (organisationId: string) => `MEMBERS#${organisationId}`,
  agents: (cafId: string) => `AGENTS#${cafId}`,
  /** A Caf's projects are called by the shard, so that no partition of the index takes them all. */
  projects: (cafId: string, shard: number) => `CAF#${cafId}#PROJECTS#${shard}`,
  forms: (cafId: string) => `CAF#${cafId}#FORMS`,
  imports: (cafId: string) => `CAF#${cafId}#IMPORTS`,
}
/** Beside a campaign's shards: what was given up, which only the deletion of its answers looks for. */
export const GIVEN_UP_SHARD = SHARDS
export const campaignShard = (campaignId: string, shard: number) => `${campaignId}#${shard}`
export const closingShard = (shard: number) => `CLOSING#${shard}`
/** Campaigns that still have something to do by themselves: what reconciliation looks at. */
export const liveCampaigns = 'CLOSING#CAMPAIGNS'
/** Campaigns that have nothing left to do, by when they closed: their answers are kept, then deleted. */
export const endedCampaigns = 'CLOSING#ENDED'
/** Imports that were confirmed and are not done. */
export const importsRunning = 'CLOSING#IMPORTS'
/**
 * In the same index, by Caf: what was transmitted and waits for it. Such a response waits for no closing, so it has
 * one place there or the other. In shards, for everybody transmits at once.
 */
export const waitingShard = (cafId: string, shard: number) => `WAITING#${cafId}#${shard}`
export const outboxShard = (shard: number) => `OUTBOX#${shard}`
/** In the same index as `outboxShard`: mails by when they are due. */
export const mailShard = (shard: number) => `MAILS#${shard}`
