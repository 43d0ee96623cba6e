export default {
  name: 'WebSocket 101',
  title: {
    home: 'WebSocket 101: the protocol, bit by bit',
    learn: 'The course · WebSocket 101',
    decode: 'Decode · WebSocket 101',
    'not-found': 'No such page · WebSocket 101',
  },
  skip: 'Skip to the content',
  rooms: {
    label: 'Rooms',
    home: 'Home',
    learn: 'Learn',
    decode: 'Decode',
  },
  'rooms-say': {
    home: 'Type a message and see its frame.',
    learn: 'See every step of a handshake happen, on your own input.',
    decode: 'Paste or drop bytes and have them explained.',
  },
  course: {
    lesson: 'Lesson {{number}}',
    place: 'step {{step}} of {{count}}',
    finished: 'finished',
    goOn: 'Go on where you left off',
    begin: 'Begin the course',
    all: 'All lessons',
  },
  language: 'Language',
  theme: {
    label: 'Theme',
    system: 'Like the system',
    light: 'Light',
    dark: 'Dark',
  },
  loading: 'Loading…',
  'not-found': {
    title: 'There is no page here',
    says: 'The address “{{address}}” leads nowhere. Perhaps a letter is missing, or it belongs to a newer version of this site.',
    instead: 'You can go to:',
  },
  broken: {
    title: 'This view broke',
    says: 'That is a fault in this site and not in your bytes. Everything around this view still works.',
    stale:
      'A part of the page could not be fetched. The site may have been renewed since you opened it, or the connection is gone.',
    again: 'Try again',
    reload: 'Reload the page',
    home: 'Go home',
    details: 'What happened, for a report',
  },
};
