import type { RescueClientOptions } from "../../src/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { RescueClient } from "../reference/service.js";

/** Makes clients of the administrator, which are closed after each test. */
export function connectedClients(): (
  service: { readonly endpoint: string },
  options?: Partial<RescueClientOptions>,
) => RescueClient {
  const clients: RescueClient[] = [];
  afterEach(() => {
    for (const rescue of clients.splice(0)) rescue.close();
  });
  return ({ endpoint }, options = {}) => {
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, ...options });
    clients.push(rescue);
    return rescue;
  };
}
