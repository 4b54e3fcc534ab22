import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the Node host and the web worker host: where the server runs. */
export type CreateClient = (options: LanguageClientOptions) => Promise<Client>;

export interface Client {
  readonly client: BaseLanguageClient;
  /** Rejects when the server fails by itself, where the client does not hear of it; never resolves. */
  readonly failed?: Promise<never>;
  /** Ends the server where stopping the client does not. */
  end(): void;
}
