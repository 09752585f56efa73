--[[
  Takes a thread out: it waits no more.
  Guarantee: a claim of it that is still out does not bring it back.
  KEYS  1 ages   2 later   3 ready   4 marks
  ARGV  1 thread
  Returns nothing.
]]
local thread = ARGV[1]

redis.call('zrem', KEYS[1], thread)
redis.call('zrem', KEYS[2], thread)
redis.call('zrem', KEYS[3], thread)
redis.call('hdel', KEYS[4], thread)
