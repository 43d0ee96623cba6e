/** A `Listing` of src/components/lesson/listing.ts, written out: a declaration like this one cannot import. */
declare module '*?listing' {
  const listing: {
    readonly lines: readonly string[];
    readonly marks: readonly (readonly {
      readonly from: number;
      readonly to: number;
      readonly kind: 'keyword' | 'remark';
    }[])[];
  };
  export default listing;
}
