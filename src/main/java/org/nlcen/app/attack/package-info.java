/** The attack bench: a column for each network, the epsilon slider, and the model behind them. */
package org.nlcen.app.attack;
