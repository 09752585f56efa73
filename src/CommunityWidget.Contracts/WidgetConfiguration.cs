namespace CommunityWidget.Contracts;

/// <summary>What the loader may know before the visitor acts. Source: <c>GET /api/sites/{key}/widget</c>, cacheable for 5 minutes.</summary>
/// <param name="Name">The brand.</param>
/// <param name="Accent">The site's colour, <c>#rrggbb</c>.</param>
/// <param name="Ink">Black or white, whichever can be read on the accent: <c>#000</c> or <c>#fff</c>.</param>
/// <param name="Languages">Two-letter languages, the site's first choice first.</param>
/// <param name="Topics">The site's topics.</param>
/// <param name="Email">True when later answers can be sent by e-mail; otherwise they wait for the next visit.</param>
/// <param name="Charter">Where the site's charter can be read, from our root; null while there is none.</param>
public sealed record WidgetConfiguration(
    string Name,
    string Accent,
    string Ink,
    IReadOnlyList<string> Languages,
    IReadOnlyList<SuperUsers.TopicView> Topics,
    bool Email,
    string? Charter);

/// <summary>Answer of <c>POST /api/visitors</c>: the first thing a widget asks for once its visitor acts.</summary>
/// <param name="Token">Opaque, made by the server, sent back in the <c>X-Visitor</c> header and nowhere else.</param>
public sealed record VisitorWelcome(string Token);

/// <summary>Answer of <c>POST /api/tickets</c>.</summary>
/// <param name="Ticket">Put it in the socket's address as <c>?ticket=…</c>: good for one connection.</param>
/// <param name="ExpiresAt">Unix milliseconds, UTC; at most 60 s ahead.</param>
public sealed record SocketTicket(string Ticket, long ExpiresAt);
