# Signing in, beside the mailed link
sign-in-by-passkey = 通过通行密钥登录
sign-in-passkey-text = 通行密钥保存在您的手机、电脑或安全密钥上，解锁方式与设备本身相同。无需记忆任何内容，虚假网页也无从骗取。
sign-in-passkey-button = 使用通行密钥登录
sign-in-passkey-failed = 未能使用通行密钥登录。请重试，或选择其他方式。
sign-in-by-openid = 通过您所在组织的登录系统
sign-in-openid-button = 使用{ $provider }登录
sign-in-openid-down = { $provider }没有响应
sign-in-openid-down-text = 请稍后再试，或通过邮件中的链接登录。
sign-in-openid-failed = 未能使用{ $provider }登录
sign-in-openid-failed-text = 操作已中断，或返回的结果不属于本次登录。请重试，或通过邮件中的链接登录。
sign-in-openid-unverified = 缺少经过确认的电子邮箱地址
sign-in-openid-unverified-text = { $provider }没有说明您的电子邮箱地址已经确认。请先通过邮件中的链接登录，之后即可将{ $provider }与您的账户关联。
sign-in-openid-mailed-text = 地址{ $address }已有账户。为确认该账户属于您，我们已向该地址发送链接。请在半小时内用本浏览器打开：链接会让您登录，并将{ $provider }与该账户关联。
sign-in-openid-connects = 同时，{ $provider }将与您的账户关联，此后也可用于登录。
sign-in-by-password = 通过密码和第二验证因素登录
sign-in-password-open = 我已设置密码
sign-in-password = 您的密码
sign-in-password-button = 继续
sign-in-password-wrong = 无法使用此地址和密码登录。请重试，或通过邮件中的链接登录。
sign-in-tries-too-often = 尝试次数过多，需要稍候。请一刻钟后再试，或通过邮件中的链接登录。
sign-in-code = 第二验证因素
sign-in-code-text = 请输入您的应用当前显示的验证码。
sign-in-code-label = 应用的验证码
sign-in-code-wrong = 此验证码不正确或已使用过。请输入应用显示的下一个验证码。
sign-in-recovery = 如果您无法使用应用
sign-in-recovery-label = 您的一个恢复码
sign-in-recovery-wrong = 这不是您的恢复码，或已使用过。
sign-in-step-over = 此步骤已结束
sign-in-step-over-text = 时间过长，或此步骤是在另一浏览器中开始的，或已经完成。
sign-in-from-beginning = 重新登录
mail-openid-subject = 将{ $provider }与您在{ $instance }的账户关联
mail-openid-text = 有人使用{ $provider }以您的地址登录，而该地址在{ $instance }已有账户。如果是您本人，请在同一浏览器中打开链接：它会让您登录，并将{ $provider }与该账户关联。该链接在半小时内有效，只能使用一次。

# One's ways to sign in
security = 登录方式
security-lead = 邮件中的链接始终有效。您可以在此添加更快捷的方式，也可以将其移除。
security-again = 您登录已有一段时间。如要添加或移除登录方式，请重新登录，以免他人在您离开的设备上进行操作。
security-again-button = 重新登录
security-done = 已完成。我们会向您发送通知。
security-remove = 移除
security-passkeys = 通行密钥
security-passkeys-none = 您没有通行密钥。
security-passkeys-no-name = 此处不提供通行密钥：它要求网站地址是名称，而本网站的地址是数字。
security-passkeys-not-secure = 此处不提供通行密钥：它要求网站地址以https开头。
security-passkeys-full = 您的通行密钥数量已达上限。请先移除一个。
security-passkey-used = 添加日期：{ $added }，最近使用日期：{ $used }
security-passkey-unused = 添加日期：{ $added }，尚未使用
security-passkey-name = 通行密钥的名称
security-passkey-name-wrong = 名称限一行，1至60个字符。
security-passkey-rename = 重命名
security-passkey-add = 添加通行密钥
security-passkey-needs = 添加通行密钥需要较新的浏览器，并启用JavaScript。
security-passkey-failed = 未添加通行密钥：操作已中断、用时过长，或本设备已有通行密钥。
security-password = 密码和第二验证因素
security-password-text = 密码须与您手机上的应用所显示的验证码一起使用，才能登录。
security-password-no-address = 为此，您的账户需要有电子邮箱地址。
security-password-none = 您没有密码。
security-password-is = 您已有密码。
security-password-new = 新密码
security-password-help = 12至256个字符。几个互不相关的词语既容易记住，又难以猜到。
security-password-short = 此密码太短。请至少使用12个字符。
security-password-long = 此密码太长。请最多使用256个字符。
security-password-common = 这样的密码最容易被他人首先尝试。请避免常用词和连续的字符。
security-password-yourself = 此密码与您的姓名或地址过于接近。
security-password-set = 设置密码
security-password-change = 更改密码
security-password-change-help = 更改后，其他所有设备都会退出登录。
security-password-remove = 移除密码
security-app-none = 尚未设置应用：没有应用，仅凭密码无法登录。
security-app-is = 已设置应用。
security-app-add = 设置应用
security-app-replace = 设置另一个应用
security-app-remove = 移除应用
security-app-scan = 请用显示一次性验证码的应用扫描此图，或在应用中输入图下方的密钥。
security-app-open = 在本设备的应用中打开
security-app-key = 应用的密钥
security-app-code = 应用当前显示的验证码
security-app-confirm = 确认
security-app-wrong = 此验证码不符。请输入应用当前显示的验证码。如果都不符，请校准手机的时钟。
security-recovery = 恢复码
security-recovery-left =
    { $count ->
       *[other] 您还有{ $n }个恢复码。
    }
security-recovery-new = 生成新的恢复码
security-recovery-once = 请立即记下或打印这些恢复码：它们不会再次显示。以前的恢复码已失效。
security-recovery-text = 如果您丢失了应用，每个恢复码可代替应用使用一次。
security-recovery-kept = 我已保存
security-identities-none = 没有任何关联。
security-identity-add = 关联{ $provider }
security-identity-remove = 解除关联
security-identity-taken = { $provider }已与另一账户关联
security-identity-taken-text = 请使用{ $provider }登录以进入该账户，或先在那里解除关联。
notice-security =
    { $what ->
        [passkey-added] 您的账户添加了通行密钥“{ $name }”。如果不是您本人的操作，请将其移除，并结束其他所有登录。
        [passkey-removed] 您的账户移除了通行密钥“{ $name }”。如果不是您本人的操作，请查看您的登录方式。
        [password-set] 您的账户设置了密码。如果不是您本人的操作，请将其移除，并结束其他所有登录。
        [password-changed] 您的账户更改了密码，其他所有登录均已结束。如果不是您本人的操作，请将其移除。
        [password-removed] 您的账户移除了密码。如果不是您本人的操作，请查看您的登录方式。
        [app-added] 您的账户设置了验证码应用。如果不是您本人的操作，请将其移除，并结束其他所有登录。
        [app-removed] 您的账户移除了验证码应用和恢复码。如果不是您本人的操作，请查看您的登录方式。
        [codes-made] 您的账户生成了新的恢复码。如果不是您本人的操作，请重新生成，并结束其他所有登录。
        [code-used] 有人用恢复码登录了您的账户。剩余恢复码：{ $name }。如果不是您本人的操作，请更改密码，并结束其他所有登录。
        [identity-added] { $name }已与您的账户关联。如果不是您本人的操作，请解除关联，并结束其他所有登录。
        [identity-removed] { $name }已与您的账户解除关联。如果不是您本人的操作，请查看您的登录方式。
       *[other] 您的登录方式已更改。如果不是您本人的操作，请查看登录方式，并结束其他所有登录。
    }
notice-security-subject = 您的登录方式已更改
