import { expect } from "chai";
import { AspNetSessions, sessionIdOf } from "../../../src/emulator/desk/asp-net-session.js";
import { emptyPerson } from "../../../src/emulator/desk/person.js";

describe("ASP.NET sessions", () => {
  it("are forgotten, the oldest first, where callers without a login keep no cookie; logins are kept", () => {
    const sessions = new AspNetSessions(() => 0);
    const user = { ...emptyPerson({ administrator: 101 }), enabled: true };
    const login = sessions.visit(undefined);
    login.signIn(user);
    const cookie = sessionIdOf(login.setCookie);

    let last: string | undefined;
    for (let calls = 0; calls < 30_000; calls += 1) {
      const stranger = sessions.visit(undefined);
      expect(stranger.user()).to.equal(undefined);
      last = sessionIdOf(stranger.setCookie);
    }
    expect(sessions.size).to.be.at.most(11_001);
    expect(sessions.loggedIn).to.equal(1);
    expect(sessions.visit(cookie).user()).to.equal(user);
    const again = sessions.visit(last);
    expect(again.user()).to.equal(undefined);
    expect(again.setCookie, "a new session counts as the latest").to.equal(undefined);
  });
});
