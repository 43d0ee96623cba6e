declare module '*?listing' {
  import type { Listing } from './components/lesson/listing.ts';

  const listing: Listing;
  export default listing;
}
