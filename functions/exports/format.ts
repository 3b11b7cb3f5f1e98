// What a kind of file is to the writing of an export.
import { askedOf } from '../../forms/exports/asked.ts'
import { type Layout, layoutOf } from '../../forms/exports/columns.ts'
import type { Dossier } from '../../forms/exports/dossier-columns.ts'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Export } from '../store/exports.ts'
import type { Draft } from './draft.ts'
import { type State, segmentsOf } from './state.ts'

/** A part of the whole file: bytes, or what a segment of a stream holds. */
export type Piece = Uint8Array | { readonly stream: string; readonly segment: number }

export type Subject = {
  readonly asked: Export
  readonly campaign: Campaign
  /** Every version that a dossier may be of. */
  readonly forms: readonly FormVersion[]
  readonly layout: Layout
}

export type Format = {
  readonly mediaType: string
  /** Adds a dossier to the streams. */
  readonly add: (dossier: Dossier, draft: Draft) => void | Promise<void>
  /** Whether the file holds anything of that dossier; it holds all of them by default. */
  readonly holds?: (dossier: Dossier) => boolean
  /** The whole file, once every dossier was added. */
  readonly pieces: (state: Pick<State, 'streams'>) => Piece[]
}

/** What an export is about; its columns are those of the versions that were published when it was asked for. */
export const subjectOf = (asked: Export, campaign: Campaign, versions: readonly FormVersion[]): Subject => {
  const forms = versions.filter(({ version }) => version <= asked.lastVersion)
  return { asked, campaign, forms, layout: layoutOf(askedOf(forms)) }
}

/** The pieces of a stream. */
export const piecesOf = (stream: string, { streams }: Pick<State, 'streams'>): Piece[] =>
  streams[stream] ? segmentsOf(streams[stream]).map((segment) => ({ stream, segment })) : []
