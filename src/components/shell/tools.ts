/** Id of the place in the header for the tools of the room that is open; hidden where the header is narrow. */
export const TOOLS_ID = 'room-tools';
