using System.Security.Cryptography;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.People;

/// <summary>Signed tickets that open one socket each: a browser cannot send headers with a socket, and nothing that lasts may travel in an address.</summary>
public sealed class Tickets(Db db, Access access, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Visitor = "visitor", SuperUser = "super-user", Agent = "agent";

    private const long LifeMs = 60_000, ForgetEveryMs = 10_000;

    private long _forgotAt;

    private readonly IDataProtector _seal = protection.CreateProtector("CommunityWidget.Tickets");

    /// <summary>Makes a ticket for the caller and one hub.</summary>
    public Reply<SocketTicket> Issue(Caller caller, string? hub)
    {
        if (MayOpen(caller, hub) is { } refusal) return refusal;
        var ticket = new Ticket(Secret.New(), hub!, caller is VisitorCaller, caller.Id, caller.Site.Id, clock.NowMs() + LifeMs, (caller as VisitorCaller)?.Visitor.OnlyThread);
        return new SocketTicket(_seal.Protect(JsonSerializer.Serialize(ticket)), ticket.ExpiresAt);
    }

    /// <summary>What a ticket says, if it is ours and young enough; it is not used up by reading.</summary>
    public Ticket? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var ticket = JsonSerializer.Deserialize<Ticket>(_seal.Unprotect(text));
            return ticket is not null && ticket.ExpiresAt > clock.NowMs() ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Uses the ticket up; refused when it was used before.</summary>
    public async Task<Refusal?> Redeem(Ticket ticket) => (await db.Write<Done>(async tx =>
    {
        var now = clock.NowMs();
        // Asked again: its use is forgotten together with its life.
        if (ticket.ExpiresAt <= now) return Refusals.NotSignedIn;
        await Forget(tx, now);
        var first = await tx.Execute(
            "insert into used_tickets (id, expires_at) values (@Id, @ExpiresAt) on conflict do nothing",
            new { ticket.Id, ticket.ExpiresAt }) == 1;
        return first ? Done.It : Refusals.NotSignedIn;
    })).Refusal;

    // Now and then, and never those another node is about to forget.
    private async Task Forget(Tx tx, long now)
    {
        if (now - Interlocked.Read(ref _forgotAt) < ForgetEveryMs) return;
        Interlocked.Exchange(ref _forgotAt, now);
        await tx.Execute(
            $"delete from used_tickets where id in (select id from used_tickets where expires_at <= @now limit 5000{tx.Dialect.SkipLocked})", new { now });
    }

    /// <summary>Null when the caller may open a socket to the hub.</summary>
    public Refusal? MayOpen(Caller caller, string? hub) => (hub, caller) switch
    {
        (Visitor, VisitorCaller) => null,
        (SuperUser, _) => access.Check(caller, Permission.Answer),
        (Agent, MemberCaller { Member.IsStaff: true }) => null,
        (Visitor or Agent, _) => Refusals.NotAllowed,
        _ => Refusals.NotUnderstood,
    };
}

/// <summary>What a ticket holds.</summary>
public sealed record Ticket(string Id, string Hub, bool IsVisitor, Guid Who, Guid Site, long ExpiresAt, Guid? OnlyThread = null);

public static class TicketRoutes
{
    public static void MapTickets(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tickets", (TicketRequest request, Tickets tickets, HttpContext http) =>
            tickets.Issue(http.Caller()!, request.Hub).ToHttp()).Allow(Permission.Read);

    /// <param name="Hub"><c>visitor, super-user</c> or <c>agent</c>.</param>
    public sealed record TicketRequest(string? Hub);
}
