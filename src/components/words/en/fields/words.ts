/** Words of one field: `name` for the tree, `short` under a few bit cells, `blurb` for the explanation. */
export interface FieldWords {
  readonly name: string;
  readonly short: string;
  readonly blurb: string;
  /** Of RSV4: what is said of the bits beside it. */
  readonly others?: string;
}
