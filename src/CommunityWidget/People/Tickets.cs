using System.Buffers.Binary;
using System.Security.Cryptography;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityWidget.People;

/// <summary>Signed tickets that open one socket each: a browser cannot send headers with a socket, and nothing that lasts may travel in an address.</summary>
public sealed class Tickets(Access access, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Visitor = "visitor", SuperUser = "super-user", Agent = "agent";

    private const long LifeMs = 60_000;

    private readonly IDataProtector _seal = protection.CreateProtector("CommunityWidget.Tickets");

    /// <summary>Makes a ticket for the caller and one hub.</summary>
    public Reply<SocketTicket> Issue(Caller caller, string? hub)
    {
        if (MayOpen(caller, hub) is { } refusal) return refusal;
        var ticket = new Ticket(clock.NewId(), hub!, caller is VisitorCaller, caller.Id, caller.Site.Id, clock.NowMs() + LifeMs)
        {
            Session = (caller as VisitorCaller)?.Visitor.Session,
            Browser = (caller as MemberCaller)?.Browser,
        };
        return new SocketTicket(WebEncoders.Base64UrlEncode(_seal.Protect(ticket.ToBytes())), ticket.ExpiresAt);
    }

    /// <summary>What a ticket says, if it is ours and young enough; it is not used up by reading.</summary>
    public Ticket? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var ticket = Ticket.From(_seal.Unprotect(WebEncoders.Base64UrlDecode(text)));
            return ticket is not null && ticket.ExpiresAt > clock.NowMs() ? ticket : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
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

/// <summary>What a ticket holds. It travels in few bytes: its address stays with the connection for as long as that lives.</summary>
public sealed record Ticket(Guid Id, string Hub, bool IsVisitor, Guid Who, Guid Site, long ExpiresAt)
{
    private const int Size = 58, WithId = Size + 16, WithSession = Size + 32;

    private static readonly string[] Hubs = [Tickets.Visitor, Tickets.SuperUser, Tickets.Agent];

    /// <summary>The one thread its visitor may reach, in tickets of an earlier version for who came by a mail's link.</summary>
    public Guid? OnlyThread { get; init; }

    /// <summary>The device or pass it was made for, as <see cref="Visitor.Session"/>: given up, it opens nothing; what it opens is read with it.</summary>
    public string? Session { get; init; }

    /// <summary>The browser session of a member's it was made for, as <see cref="MemberCaller.Browser"/>: signed out, it opens nothing. Where a visitor's has its thread, so that an earlier version reads it too.</summary>
    public Guid? Browser { get; init; }

    public byte[] ToBytes()
    {
        var bytes = new byte[Session is not null ? WithSession : (OnlyThread ?? Browser) is null ? Size : WithId];
        (bytes[0], bytes[1]) = ((byte)Array.IndexOf(Hubs, Hub), IsVisitor ? (byte)1 : (byte)0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), ExpiresAt);
        Id.TryWriteBytes(bytes.AsSpan(10));
        Who.TryWriteBytes(bytes.AsSpan(26));
        Site.TryWriteBytes(bytes.AsSpan(42));
        (OnlyThread ?? Browser)?.TryWriteBytes(bytes.AsSpan(Size));
        if (Session is not null) Convert.FromHexString(Session).CopyTo(bytes.AsSpan(Size));
        return bytes;
    }

    /// <summary>Null when it was sealed by a version that wrote it otherwise.</summary>
    public static Ticket? From(byte[] bytes) => bytes.Length is not (Size or WithId or WithSession) || bytes[0] >= Hubs.Length ? null : new(
        new Guid(bytes.AsSpan(10, 16)), Hubs[bytes[0]], bytes[1] == 1, new Guid(bytes.AsSpan(26, 16)), new Guid(bytes.AsSpan(42, 16)), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(2)))
        {
            OnlyThread = bytes.Length == WithId && bytes[1] == 1 ? new Guid(bytes.AsSpan(Size)) : null,
            Browser = bytes.Length == WithId && bytes[1] == 0 ? new Guid(bytes.AsSpan(Size)) : null,
            Session = bytes.Length == WithSession ? Convert.ToHexStringLower(bytes.AsSpan(Size)) : null,
        };
}

public static class TicketRoutes
{
    public static void MapTickets(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tickets", (TicketRequest request, Tickets tickets, HttpContext http) =>
            tickets.Issue(http.Caller()!, request.Hub).ToHttp()).Allow(Permission.Read);

    /// <param name="Hub"><c>visitor, super-user</c> or <c>agent</c>.</param>
    public sealed record TicketRequest(string? Hub);
}
