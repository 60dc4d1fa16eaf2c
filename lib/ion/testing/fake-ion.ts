import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeRequest {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export type FakeAnswer = (response: ServerResponse, request: FakeRequest) => void;

/** An HTTP server that answers with what a test scripts, for the things only a real socket shows. */
export async function startFakeIon() {
  const requests: FakeRequest[] = [];
  const script: FakeAnswer[] = [];
  let otherwise: FakeAnswer = json(200, {});

  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const { method = "", url = "", headers } = message;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
    requests.push(request);
    (script.shift() ?? otherwise)(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    /** The next answers, one a request. */
    answer: (...answers: FakeAnswer[]) => script.push(...answers),
    /** What every other request gets. */
    otherwise: (answer: FakeAnswer) => {
      otherwise = answer;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function raw(status: number, body: string | Buffer, headers: Record<string, string> = {}): FakeAnswer {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** Reads the request, then cuts the connection without a word. */
export const cut: FakeAnswer = (response) => {
  response.socket?.destroy();
};

/** Sends headers and part of a body, then cuts the connection. */
export const cutInBody: FakeAnswer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"name":"accounts/1/cust', () => response.socket?.destroy());
};

/** Never answers. */
export const silence: FakeAnswer = () => undefined;
