namespace CommunityWidget.People.Identity;

/// <summary>Why a token is not accepted. An owner who tries one is told which; a visitor's page is not.</summary>
public enum IdentityFault
{
    NotAToken,
    NoKeyNamed,
    UnknownKey,
    WrongAlgorithm,
    WrongSignature,
    NoSubject,
    SubjectNotUsable,
    WrongAudience,
    NoExpiry,
    Expired,
    LivesTooLong,
    NotYet,
    NoTokenId,
    UsedBefore,
}

/// <summary>Who a token says somebody is, once everything about it was right; or what was not.</summary>
/// <param name="Fault">Null when it is good.</param>
/// <param name="Subject">The customer, as the shop names them.</param>
/// <param name="TokenId">Good for one use.</param>
/// <param name="ExpiresAt">Unix milliseconds, UTC.</param>
/// <param name="Key">What it is signed with.</param>
public sealed record ReadIdentity(IdentityFault? Fault, string Subject = "", string TokenId = "", long ExpiresAt = 0, IdentityKey? Key = null);
