namespace CommunityWidget.Admin;

/// <summary>How a shop's server makes a token, in the languages shops are written in: to copy, with this site's key and the key's name filled in.</summary>
public static class IdentitySnippets
{
    public static IReadOnlyList<(string Name, string Code)> For(string site, string kid) =>
    [
        ("Node", $$"""
            // npm install jsonwebtoken
            const jwt = require("jsonwebtoken");
            const token = jwt.sign({ jti: crypto.randomUUID() }, process.env.COMMUNITY_SECRET, {
              subject: String(customer.id), audience: "{{site}}", keyid: "{{kid}}", algorithm: "HS256", expiresIn: 300,
            });
            """),
        ("PHP", $$"""
            // composer require firebase/php-jwt
            use Firebase\JWT\JWT;
            $token = JWT::encode([
                'sub' => (string) $customer->id, 'aud' => '{{site}}', 'exp' => time() + 300, 'jti' => bin2hex(random_bytes(16)),
            ], getenv('COMMUNITY_SECRET'), 'HS256', '{{kid}}');
            """),
        ("C#", $$"""
            // Microsoft.IdentityModel.JsonWebTokens
            var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)) { KeyId = "{{kid}}" };
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Subject = new ClaimsIdentity([new("sub", customer.Id), new("jti", Guid.NewGuid().ToString())]),
                Audience = "{{site}}",
                Expires = DateTime.UtcNow.AddMinutes(5),
                SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
            });
            """),
        ("Python", $$"""
            # pip install pyjwt
            import jwt, os, time, uuid
            token = jwt.encode(
                {"sub": str(customer.id), "aud": "{{site}}", "exp": int(time.time()) + 300, "jti": str(uuid.uuid4())},
                os.environ["COMMUNITY_SECRET"], algorithm="HS256", headers={"kid": "{{kid}}"},
            )
            """),
    ];
}
