using System.Security.Cryptography;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.People.Identity;

/// <summary>Whoever could make one of these tokens could be any customer of the shop.</summary>
public sealed class VerifyIdentityTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-shop-that-is-long-enough";

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestWorld _world = null!;
    private IdentityKey _hmac = null!, _ecdsa = null!, _next = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.Start();
        _hmac = await Key(_world.Here, IdentityKey.Hmac, Secret);
        _ecdsa = await Key(_world.Here, IdentityKey.Ecdsa, _pair.ExportSubjectPublicKeyInfoPem());
        _next = await Key(_world.There, IdentityKey.Hmac, "the-secret-of-the-shop-next-door-is-long-too");
    }

    public async Task DisposeAsync()
    {
        _pair.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_names_its_customer_by_either_algorithm()
    {
        Assert.Equal((null, "customer-1"), await Read(Good().By(Secret)));
        Assert.Equal((null, "customer-1"), await Read(Good(IdentityKey.Ecdsa).By(_pair)));
        // A minute is forgiven a clock, and not more.
        Assert.Equal((null, "customer-1"), await Read(Good().With("exp", Seconds(-59)).By(Secret)));
        Assert.Equal((null, "customer-1"), await Read(Good().With("iat", Seconds(59)).By(Secret)));
        Assert.Equal((null, "customer-1"), await Read(Good().With("exp", Seconds(600)).By(Secret)));
        // A shop's clock may know parts of a second (RFC 7519, 2: NumericDate).
        Assert.Equal((null, "customer-1"), await Read(Good().With("exp", Seconds(300) + .5).With("nbf", Seconds(-2) + .25).With("iat", Seconds(-2) + .25).By(Secret)));
    }

    public static TheoryData<string, IdentityFault> Bad => new()
    {
        { "nothing", IdentityFault.NotAToken }, { "words", IdentityFault.NotAToken }, { "five parts", IdentityFault.NotAToken }, { "huge", IdentityFault.NotAToken }, { "what must be understood", IdentityFault.NotAToken },
        { "no kid", IdentityFault.NoKeyNamed }, { "another kid", IdentityFault.UnknownKey }, { "kid no text", IdentityFault.UnknownKey }, { "kid of other letters", IdentityFault.UnknownKey }, { "neighbour's key", IdentityFault.UnknownKey }, { "revoked key", IdentityFault.UnknownKey },
        { "alg none", IdentityFault.WrongAlgorithm }, { "alg NONE unsigned", IdentityFault.WrongAlgorithm }, { "alg hs256", IdentityFault.WrongAlgorithm }, { "alg HS512", IdentityFault.WrongAlgorithm },
        { "HMAC by the public key", IdentityFault.WrongAlgorithm }, { "HMAC key, ES256 said", IdentityFault.WrongAlgorithm },
        { "no signature", IdentityFault.WrongSignature }, { "another secret", IdentityFault.WrongSignature }, { "another pair", IdentityFault.WrongSignature },
        { "sub changed", IdentityFault.WrongSignature }, { "public key as secret, ES256 said", IdentityFault.WrongSignature },
        { "no sub", IdentityFault.NoSubject }, { "empty sub", IdentityFault.NoSubject }, { "sub with spaces", IdentityFault.SubjectNotUsable }, { "sub not NFC", IdentityFault.SubjectNotUsable }, { "sub no text", IdentityFault.SubjectNotUsable }, { "long sub", IdentityFault.SubjectNotUsable },
        { "no aud", IdentityFault.WrongAudience }, { "neighbour's aud", IdentityFault.WrongAudience }, { "aud in capitals", IdentityFault.WrongAudience }, { "two auds", IdentityFault.WrongAudience },
        { "no exp", IdentityFault.NoExpiry }, { "exp as text", IdentityFault.NoExpiry }, { "expired", IdentityFault.Expired }, { "lives an hour", IdentityFault.LivesTooLong }, { "exp in milliseconds", IdentityFault.NoExpiry },
        { "not yet", IdentityFault.NotYet }, { "made tomorrow", IdentityFault.NotYet },
        { "nbf as text", IdentityFault.NotYet }, { "nbf with parts", IdentityFault.NotYet }, { "nbf null", IdentityFault.NotAToken }, { "nbf in milliseconds", IdentityFault.NotYet }, { "iat as text", IdentityFault.NotYet }, { "iat with parts", IdentityFault.NotYet },
        { "exp with parts, expired", IdentityFault.Expired }, { "exp a list", IdentityFault.NotAToken }, { "no jti", IdentityFault.NoTokenId }, { "long jti", IdentityFault.NoTokenId }, { "jti no text", IdentityFault.NoTokenId },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_token_is_refused_and_the_owner_is_told_why(string what, IdentityFault fault)
    {
        var (read, _) = await Read(await Make(what));
        Assert.Equal(fault, read);
    }

    [Theory]
    [InlineData("not a key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void What_is_no_public_key_is_not_taken(string pem) => Assert.Null(IdentityKeys.PublicKey(pem));

    [Fact]
    public void A_private_key_and_another_curve_are_not_taken()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(IdentityKeys.PublicKey(_pair.ExportPkcs8PrivateKeyPem()));
        Assert.Null(IdentityKeys.PublicKey(_pair.ExportECPrivateKeyPem()));
        Assert.Null(IdentityKeys.PublicKey(other.ExportSubjectPublicKeyInfoPem()));
        Assert.NotNull(IdentityKeys.PublicKey(_pair.ExportSubjectPublicKeyInfoPem()));
    }

    private async Task<string?> Make(string what)
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var good = Good();
        return what switch
        {
            "nothing" => "",
            "words" => "let me in",
            "five parts" => good.By(Secret) + ".a.b",
            "huge" => good.With("more", new string('x', 5_000)).By(Secret),
            "what must be understood" => good.Named("crit", new[] { "b64" }).Named("b64", true).By(Secret),
            "no kid" => good.Named("kid", null).By(Secret),
            "another kid" => good.Named("kid", "000000000000").By(Secret),
            "kid no text" => good.Named("kid", "a\0b").By(Secret),
            "kid of other letters" => good.Named("kid", "ab12\uFFFE").By(Secret),
            "neighbour's key" => SignedToken.For(_world.Here.Key, _next.Kid, _world.Now).By("the-secret-of-the-shop-next-door-is-long-too"),
            "revoked key" => await Revoked(good),
            "alg none" => good.Named("alg", "none").By(Secret),
            "alg NONE unsigned" => good.Named("alg", "NONE").Unsigned(),
            "alg hs256" => good.Named("alg", "hs256").By(Secret),
            "alg HS512" => good.Named("alg", "HS512").By(Secret),
            "HMAC by the public key" => Good(IdentityKey.Ecdsa).Named("alg", "HS256").By(_ecdsa.Material),
            "HMAC key, ES256 said" => good.Named("alg", "ES256").By(stranger),
            "no signature" => good.Unsigned(),
            "another secret" => good.By(Secret + "!"),
            "another pair" => Good(IdentityKey.Ecdsa).By(stranger),
            "sub changed" => $"{good.With("sub", "customer-2").By(Secret)[..^43]}{good.By(Secret)[^43..]}",
            "public key as secret, ES256 said" => Good(IdentityKey.Ecdsa).By(_ecdsa.Material),
            "no sub" => good.Without("sub").By(Secret),
            "empty sub" => good.With("sub", "").By(Secret),
            "sub with spaces" => good.With("sub", " customer-1").By(Secret),
            "sub not NFC" => good.With("sub", "Zoe\u0308").By(Secret),
            "sub no text" => good.With("sub", "customer\uFFFE1").By(Secret),
            "jti no text" => good.With("jti", "token\uFFFE1").By(Secret),
            "long sub" => good.With("sub", new string('x', 201)).By(Secret),
            "no aud" => good.Without("aud").By(Secret),
            "neighbour's aud" => good.With("aud", _world.There.Key).By(Secret),
            "aud in capitals" => good.With("aud", _world.Here.Key.ToUpperInvariant()).By(Secret),
            "two auds" => good.With("aud", new[] { _world.Here.Key, "another" }).By(Secret),
            "no exp" => good.Without("exp").By(Secret),
            "exp as text" => good.With("exp", $"{Seconds(300)}").By(Secret),
            "exp in milliseconds" => good.With("exp", Seconds(300) * 1_000).By(Secret),
            "expired" => good.With("exp", Seconds(-61)).By(Secret),
            "lives an hour" => good.With("exp", Seconds(3_600)).By(Secret),
            "not yet" => good.With("nbf", Seconds(120)).By(Secret),
            "made tomorrow" => good.With("iat", Seconds(86_400)).By(Secret),
            "nbf as text" => good.With("nbf", $"{Seconds(-300)}").By(Secret),
            "nbf with parts" => good.With("nbf", Seconds(120) + .5).By(Secret),
            "nbf null" => good.With("nbf", null).By(Secret),
            "nbf in milliseconds" => good.With("nbf", Seconds(-300) * 1_000).By(Secret),
            "iat as text" => good.With("iat", "4102444800").By(Secret),
            "iat with parts" => good.With("iat", Seconds(86_400) + .5).By(Secret),
            "exp with parts, expired" => good.With("exp", Seconds(-61) + .5).By(Secret),
            "exp a list" => good.With("exp", new[] { Seconds(300) }).By(Secret),
            "no jti" => good.Without("jti").By(Secret),
            "long jti" => good.With("jti", new string('x', 101)).By(Secret),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such token."),
        };
    }

    private async Task<string> Revoked(SignedToken good)
    {
        await _world.Db.Write<Done>(async tx => { await _world.Get<IdentityKeys>().SetRevoked(tx, _world.Here.Id, _hmac.Id, revoked: true); return Done.It; });
        return good.By(Secret);
    }

    private long Seconds(int fromNow) => (_world.Now / 1_000) + fromNow;

    private SignedToken Good(string algorithm = IdentityKey.Hmac) =>
        SignedToken.For(_world.Here.Key, algorithm == IdentityKey.Hmac ? _hmac.Kid : _ecdsa.Kid, _world.Now, algorithm);

    private async Task<(IdentityFault? Fault, string Subject)> Read(string? token)
    {
        var read = await _world.Get<VerifyIdentity>().Run(_world.Here, token);
        return (read.Fault, read.Subject);
    }

    private async Task<IdentityKey> Key(Site site, string algorithm, string material)
    {
        var key = _world.Get<IdentityKeys>().New(site.Id, algorithm, material);
        await _world.Db.Write<Done>(async tx => { await _world.Get<IdentityKeys>().Add(tx, key); return Done.It; });
        return key;
    }
}
