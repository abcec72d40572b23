import { readFileSync } from 'node:fs';
import { useState } from 'react';
import { unit } from '@soat/domain';
import { UnitCard } from './unit-card.js';

export const all = [readFileSync, useState, unit, UnitCard];
