/** Heads as real clients and servers write them; what is personal in them is made up. */

import type { HeadTexts } from './model.ts';

const lines = (...all: readonly string[]) => all.join('\n');

/** As little as HTTP/1.1 allows, and a server that says no more than it must. */
export const BARE: HeadTexts = {
  request: lines('GET /events?since=1000 HTTP/1.1', 'Host: example.com'),
  response: lines('HTTP/1.1 200 OK', 'Content-Type: text/plain', 'Content-Length: 0'),
};

/** What a desktop browser sends for `fetch()` on a page where somebody is logged in, and a usual answer. */
export const BROWSER: HeadTexts = {
  request: lines(
    'GET /events?since=1000 HTTP/1.1',
    'Host: app.example.com',
    'Connection: keep-alive',
    'sec-ch-ua-platform: "Windows"',
    'User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Accept: application/json',
    'sec-ch-ua: "Not/A)Brand";v="8", "Chromium";v="126", "Google Chrome";v="126"',
    'sec-ch-ua-mobile: ?0',
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    'Referer: https://app.example.com/board',
    'Accept-Encoding: gzip, deflate, br, zstd',
    'Accept-Language: en-GB,en;q=0.9',
    'Cookie: session=8f14e45fceea167a5a36dedd4bea2543; theme=dark; _ga=GA1.1.1122334455.1700000000',
  ),
  response: lines(
    'HTTP/1.1 200 OK',
    'Date: Thu, 01 Jan 2026 12:00:00 GMT',
    'Content-Type: application/json; charset=utf-8',
    'Content-Length: 0',
    'Connection: keep-alive',
    'Cache-Control: no-store',
    'Vary: Accept-Encoding',
    'X-Content-Type-Options: nosniff',
    'Strict-Transport-Security: max-age=31536000',
  ),
};
