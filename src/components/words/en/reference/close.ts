/** Why there is such a close code, and how it is used. What it says stands in `codes:closeCodes`. */
export default {
  '1000':
    'An end without a fault needs a number, too: it tells the other side that there is nothing to mend and no need to come back.',
  '1001':
    'It tells “I am leaving” from “something is wrong”: a client may look for another server. Browsers send it when a page goes away.',
  '1002':
    'After a broken rule the two ends no longer agree on what the bytes mean; to go on would be guessing. Trying again with the same program will not help.',
  '1003':
    'The protocol was kept, but not the agreement about content. As text and binary differ by opcode, the refusal can come at once.',
  '1004': 'It once had a meaning. Old programs still know that one, so the number cannot be given another.',
  '1005':
    'An API that reports a number needs one for “none came”. As nobody may send it, it cannot be mistaken for something the other side said. The empty Close below is what leads to it.',
  '1006':
    'A program wants to tell a cut line from an orderly end. Why the line was cut, a browser keeps from the page on purpose: it could tell a script about networks that are none of its business.',
  '1007': 'Bad text is not repaired: two programs might repair it in two ways, and then see different messages.',
  '1008':
    'A server owes no explanation to somebody it does not trust. Typical: a login that has run out, or a page it does not serve.',
  '1009':
    'A header may announce up to 2⁶³ − 1 bytes, so every receiver needs a limit. The code tells the sender that it was the size, not the content.',
  '1010':
    'The server may choose none of the extensions that were offered. Only the client can find that it cannot do without; the reason should name what it misses.',
  '1011': 'What 500 is to HTTP: the fault is on the sender’s own side, and the other end has done nothing wrong.',
  '1012': 'When a server stops, all its clients come back. With a random delay they do not arrive in the same second.',
  '1013': 'To come back at once would make it worse. Wait, or go to another address of the same service.',
  '1014':
    'It tells a fault of the server behind from a fault of the gateway itself; who looks for it knows which log to read.',
  '1015': 'An API needs a number for it. Browsers do not give it to pages: those get 1006, whatever failed.',
  '0-999': 'A Close with 404 is a fault, whatever 404 means in HTTP: strict receivers answer with 1002.',
  '1016-2999': 'Later texts need numbers that nobody has taken by then. Applications have 4000 to 4999 for themselves.',
  '3000-3999':
    'Libraries of different makers meet on one connection. A registered number means the same everywhere; ask IANA for one.',
  '4000-4999':
    'An application needs codes of its own without asking anybody. The same number means something else elsewhere.',
  '5000-65535':
    'Two bytes can say them, and the text forgets them. The library ws refuses all above 4999; better not to use them.',
} satisfies Record<string, string>;
